"""docs/trust.md has every row of the fraud table, and every test it names exists."""

import re
from pathlib import Path

import pytest

from tests.house.test_laws_doc import functions_of

ROOT = Path(__file__).resolve().parent.parent.parent
TRUST = (ROOT / "docs/trust.md").read_text()
NAMED = re.findall(r"^- (?:attack|twin|also) `(tests/[\w/]+\.py)::(\w+)`$", TRUST, re.MULTILINE)


@pytest.mark.parametrize(("file", "name"), NAMED, ids=[name for _file, name in NAMED])
def test_named_test_exists(file, name):
    assert name in functions_of(file)


def test_every_row_is_listed_with_tests():
    parts = re.split(r"^## (\d+)\. ", TRUST, flags=re.MULTILINE)[1:]
    rows = dict(zip(map(int, parts[::2]), parts[1::2], strict=True))
    assert list(rows) == list(range(1, 17))
    assert [number for number, text in rows.items() if not re.search(r"^- \w+ `tests/", text, re.MULTILINE)] == []


def test_every_line_of_a_list_names_a_test():
    assert len(re.findall(r"^- ", TRUST, re.MULTILINE)) == len(NAMED)
