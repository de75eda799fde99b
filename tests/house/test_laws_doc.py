"""docs/laws.md lists every law, and every test it names exists."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
LAWS = (ROOT / "docs/laws.md").read_text()
NAMED = re.findall(r"^- `(tests/[\w/]+\.py)::(\w+)`$", LAWS, re.MULTILINE)


@cache
def functions_of(file: str) -> set[str]:
    """Functions pytest collects from the file; none where there is no such file."""
    if not (ROOT / file).exists():
        return set()
    tree = ast.parse((ROOT / file).read_text())
    return {each.name for each in tree.body if isinstance(each, ast.FunctionDef) and each.name.startswith("test_")}


@pytest.mark.parametrize(("file", "name"), NAMED, ids=[name for _file, name in NAMED])
def test_named_test_exists(file, name):
    assert name in functions_of(file)


def test_every_law_is_listed_with_tests():
    parts = re.split(r"^## (\d+)\. ", LAWS, flags=re.MULTILINE)[1:]
    laws = dict(zip(map(int, parts[::2]), parts[1::2], strict=True))
    assert list(laws) == list(range(1, 16))
    assert [number for number, text in laws.items() if len(re.findall(r"^- `tests/", text, re.MULTILINE)) < 3] == []


def test_every_line_of_a_list_names_a_test():
    assert len(re.findall(r"^- ", LAWS, re.MULTILINE)) == len(NAMED)
