"""docs/trust.md has every row of the fraud table, each with an attack and a harmless twin in tests/trust/, and every test it names exists."""

import re
from pathlib import Path

import pytest

from tests.house.test_laws_doc import functions_of

ROOT = Path(__file__).resolve().parent.parent.parent
TRUST = (ROOT / "docs/trust.md").read_text()
LINE = re.compile(r"^- (attack|twin|also) `(tests/[\w/]+\.py)::(\w+)`$", re.MULTILINE)
NAMED = LINE.findall(TRUST)
PARTS = re.split(r"^## (\d+)\. ", TRUST, flags=re.MULTILINE)[1:]
ROWS = dict(zip(map(int, PARTS[::2]), PARTS[1::2], strict=True))


@pytest.mark.parametrize(("kind", "file", "name"), NAMED, ids=[name for _kind, _file, name in NAMED])
def test_named_test_exists(kind, file, name):
    assert name in functions_of(file)
    assert kind == "also" or (file.startswith("tests/trust/") and name.startswith(f"test_{kind}_"))


def test_every_row_is_there():
    assert list(ROWS) == list(range(1, 17))


@pytest.mark.parametrize("kind", ["attack", "twin"])
def test_every_row_has_one_of_each(kind):
    assert [row for row, text in ROWS.items() if kind not in {each[0] for each in LINE.findall(text)}] == []


def test_every_attack_and_twin_is_told():
    files = [str(file.relative_to(ROOT)) for file in (ROOT / "tests/trust").glob("test_*.py")]
    there = {(file, name) for file in files for name in functions_of(file) if re.match(r"test_(attack|twin)_", name)}
    assert there - {(file, name) for _kind, file, name in NAMED} == set()


def test_every_line_of_a_list_names_a_test():
    assert len(re.findall(r"^- ", TRUST, re.MULTILINE)) == len(NAMED)
