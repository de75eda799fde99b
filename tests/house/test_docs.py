"""What README and docs tell to type, to set and to open is there."""

import ast
import re
import subprocess
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class

from tests.house.test_house import ROOT
from tests.house.test_laws_doc import functions_of

DOCS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), ROOT / "bench/README.md"]
README, OPERATING = (ROOT / "README.md").read_text(), (ROOT / "docs/operating.md").read_text()
UNITS = "\n".join(file.read_text() for file in (ROOT / "deploy").glob("*.service"))


def _name(file: Path) -> str:
    return str(file.relative_to(ROOT))


# Commands


def told_commands() -> set[str]:
    text = "\n".join(file.read_text() for file in DOCS) + UNITS
    return set(re.findall(r"manage\.py ([a-z]\w+)", text))


@pytest.mark.parametrize("name", sorted(told_commands()))
def test_told_command_exists(name):
    command = load_command_class(get_commands()[name], name)
    assert command.create_parser("manage.py", name)


def test_own_commands_are_told():
    own = {name for name, app in get_commands().items() if app.split(".")[0] in ("accounts", "network", "references")}
    assert own - told_commands() == {"demo"}, "demo is told as ./run demo"
    assert "./run demo" in README


def test_usage_of_run_is_true():
    """Each line of the usage names a job the script knows, and the switches the demo understands."""
    script = (ROOT / "run").read_text()
    said = subprocess.run(["sh", str(ROOT / "run")], capture_output=True, text=True, check=True).stdout
    assert re.findall(r"\./run (\w+)", said) == ["demo", "test"] == re.findall(r"^(\w+)\)$", script, re.MULTILINE)
    parser = load_command_class("references", "demo").create_parser("manage.py", "demo")
    known = {option for action in parser._actions for option in action.option_strings}
    assert set(re.findall(r"(?<!-)--[a-z][\w-]+", said + README)) <= known
    assert subprocess.run(["sh", str(ROOT / "run"), "nonsense"], capture_output=True, check=False).returncode == 2


# Settings


def read_variables() -> set[str]:
    """Names given to read() and required(), and what a loop builds from `HANDSCHLAG_{...}`."""
    found = set()
    for file in (ROOT / "network/settings.py", ROOT / "network/environment.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            if isinstance(node, ast.Constant) and re.fullmatch(r"HANDSCHLAG_[A-Z0-9_]+|DATABASE_URL", str(node.value)):
                found.add(str(node.value))
    return found


def test_told_variables_are_those_that_are_read():
    told = set(re.findall(r"^\| `(\w+)` \|", OPERATING, re.MULTILINE))
    assert told == read_variables()


def test_needed_variables_are_told_as_needed():
    needed = set(re.findall(r"^\| `(\w+)` \| yes \|", OPERATING, re.MULTILINE))
    tried = (ROOT / ".ci/deploy_check.py").read_text().split("GOOD = {")[1].split("}")[0]
    assert needed == set(re.findall(r'"(HANDSCHLAG_\w+)":', tried)) - {"HANDSCHLAG_MODE"}


# Paths


@pytest.mark.parametrize("file", DOCS, ids=_name)
def test_named_path_exists(file):
    text = re.sub(r"`[^`]*<[^`]*`", "", file.read_text())
    named = re.findall(r"\]\((?!http)([^)#]+)\)", text)
    named += re.findall(r"`((?:[\w.-]+/)+[\w.-]*)(?:::\w+)?`", text)
    named += [
        f"network/{name}" for name in re.findall(r"^\| `network/(.+?)` \|", text, re.MULTILINE) if "`" not in name
    ]
    missing = [path for path in named if not any((base / path).exists() for base in (ROOT, file.parent))]
    assert [path for path in missing if not re.match(r"(emails|variants|incoming|photos)/", path)] == []


def test_rooms_on_the_map_are_the_rooms():
    rows = re.findall(r"^\| (`.+?`) \| ", README.split("## The house")[1], re.MULTILINE)
    told = {name.removeprefix("network/") for row in rows for name in re.findall(r"`([\w/]+)`", row)}
    rooms = {path.parent.name for path in (ROOT / "network").glob("*/apps.py")} | {"accounts", "references"}
    assert told == rooms


ASVS = (ROOT / "docs/asvs.md").read_text()


@pytest.mark.parametrize(("file", "name"), sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", ASVS))))
def test_evidence_is_there(file, name):
    assert name in functions_of(file)


def test_level_one_is_whole():
    """61 ids, each once, each with evidence, a reason, or "not yet"; the numbers at the head are counted."""
    rows = re.findall(r"^\| (V[\d.]+) \| .+? \| (.+) \|$", ASVS, re.MULTILINE)
    assert len(rows) == len(dict(rows)) == 61
    open_ones = sum(said.startswith("not yet") for _id, said in rows)
    outside = sum(said.startswith("does not apply") for _id, said in rows)
    numbers = (len(rows) - open_ones - outside, outside, open_ones)
    assert "{} with evidence, {} do not apply, {} not yet".format(*numbers) in ASVS.replace("\n", " ")
