"""The data block of a notice before judges that this house has not written.

The types of schema.org as Google publishes them (package schema-dts, checked by the TypeScript compiler) know which properties and values
there are. Adobe's structured-data-validator knows what a JobPosting needs for Google. CI fetches all three; elsewhere JOB_POSTING_JUDGES
may name a folder with node_modules. What Google writes about it stands below as a table, and needs neither.
"""

import json
import os
import re
import shutil
import subprocess
from copy import deepcopy
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from network.contacts.notices.posting import posting
from tests import factories

COMPILE = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--target", "es2022"]
ASK = """import { readFileSync } from "node:fs";
import Judge from "@adobe/structured-data-validator";
const posting = JSON.parse(readFileSync(0, "utf8"));
console.log(JSON.stringify(await new Judge().validate({ jsonld: { JobPosting: [posting] } })));
"""
PAY = {"pay_min": Decimal(22), "pay_max": Decimal(25)}
# What we do not know of a job, or what only jobs without a place have.
NOT_SAID = {"applicantLocationRequirements", "directApply", "jobLocationType", "employmentType"}


@pytest.fixture
def postings(talheim, field, fuerth) -> dict[str, dict[str, Any]]:
    """As they are pinned: usual, for a time with a start and one pay, and with all that hurts."""
    told = {
        "usual": {},
        "for_a_time": {
            "permanent": False, "until": date(2027, 9, 1), "start": date(2027, 3, 1),
            "pay_min": Decimal(3200), "pay_max": Decimal(3200), "pay_unit": "month",
        },
        "hurting": {
            "title": '</script>“Łukasz” & <b>"Ünïcode"</b> \\u003c سميرة'[:80], "text": "Zeile 1\n\n</p><script>x()\\",
            "place": fuerth, "pay_min": Decimal("22.55"),
        },
    }  # fmt: skip
    return {
        name: posting(factories.make_notice(talheim, field=field, **{**PAY, **said})) for name, said in told.items()
    }


@pytest.fixture
def judges(tmp_path: Path) -> Path:
    """A folder from which Node finds the packages."""
    folder = os.environ.get("JOB_POSTING_JUDGES", "")
    if not (folder and shutil.which("node")) and not os.environ.get("CI"):
        pytest.skip("JOB_POSTING_JUDGES names no folder, or there is no Node")
    (tmp_path / "node_modules").symlink_to(Path(folder).resolve() / "node_modules")
    return tmp_path


def refused_by_types(folder: Path, said: dict[str, dict[str, Any]]) -> dict[str, str]:
    """By name of those that are no JobPosting of schema.org: why."""
    for name, each in said.items():
        head = (
            'import type { JobPosting, WithContext } from "schema-dts";\nexport const said: WithContext<JobPosting> = '
        )
        (folder / f"{name}.ts").write_text(f"{head}{json.dumps(each)};\n")
    compiler = folder / "node_modules/typescript/lib/tsc.js"
    files = [f"{name}.ts" for name in said]
    run = subprocess.run(["node", compiler, *COMPILE, *files], cwd=folder, capture_output=True, text=True, check=False)
    found = dict(re.findall(r"^(\w+)\.ts\(\d+,\d+\): error (.*)$", run.stdout, re.MULTILINE))
    assert bool(found) == bool(run.returncode), run.stdout + run.stderr
    return found


def issues(folder: Path, said: dict[str, Any]) -> list[tuple[str, str]]:
    """(severity, field) of everything that Adobe's validator has to say."""
    (folder / "ask.mjs").write_text(ASK)
    run = subprocess.run(
        ["node", "ask.mjs"], cwd=folder, input=json.dumps(said), capture_output=True, text=True, check=True
    )
    return [(each["severity"], name) for each in json.loads(run.stdout) for name in each["fieldNames"]]


def broken(said: dict[str, Any], path: str, value: Any = None) -> dict[str, Any]:
    """With another value there; None takes it away."""
    made = deepcopy(said)
    *way, last = path.split(".")
    here = made
    for name in way:
        here = here[name]
    here.pop(last, None) if value is None else here.update({last: value})
    return made


def test_types_of_schema_org_accept_every_posting(judges, postings):
    assert refused_by_types(judges, postings) == {}


def test_types_of_schema_org_refuse_what_is_none(judges, postings):
    wrong = {
        "unknown_property": ("workHour", "night"),
        "unknown_type": ("jobLocation.address.@type", "Adress"),
        "type_that_does_not_belong": ("hiringOrganization.@type", "Place"),
        "words_for_a_number": ("baseSalary.value.minValue", "viel"),
        "number_for_words": ("jobLocation.address.addressCountry", 49),
        "other_vocabulary": ("@context", "https://example.org"),
    }
    said = {name: broken(postings["usual"], *change) for name, change in wrong.items()}
    assert refused_by_types(judges, said).keys() == wrong.keys()


def test_validator_finds_nothing_that_google_requires_missing(judges, postings):
    for said in postings.values():
        found = issues(judges, said)
        assert [name for severity, name in found if severity == "ERROR"] == []
        assert {name for _severity, name in found} <= NOT_SAID


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("title", None), ("description", None), ("datePosted", None), ("datePosted", "gestern"),
        ("hiringOrganization", None), ("jobLocation", None), ("jobLocation.address.addressCountry", None),
    ],
)  # fmt: skip
def test_validator_is_one_that_refuses(judges, postings, path, value):
    assert ("ERROR", path) in issues(judges, broken(postings["usual"], path, value))


def day(value: Any) -> bool:
    """ISO 8601, with a time zone where there is a time."""
    return datetime.fromisoformat(value).tzinfo is not None if "T" in value else bool(date.fromisoformat(value))


KINDS = {"FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER"}
UNITS = {"HOUR", "DAY", "WEEK", "MONTH", "YEAR"}
# https://developers.google.com/search/docs/appearance/structured-data/job-posting, "Structured data type definitions":
# property, whether it is required, and what is asked of its value.
GOOGLE = [
    ("@type", True, lambda value: value == "JobPosting"),
    ("title", True, lambda value: isinstance(value, str) and value.strip()),
    ("description", True, lambda value: value.startswith("<p>") and "<li>" in value),
    ("datePosted", True, day),
    ("hiringOrganization.@type", True, lambda value: value == "Organization"),
    ("hiringOrganization.name", True, lambda value: isinstance(value, str) and value.strip()),
    ("hiringOrganization.sameAs", False, lambda value: value.startswith("http")),
    ("jobLocation.@type", True, lambda value: value == "Place"),
    ("jobLocation.address.@type", True, lambda value: value == "PostalAddress"),
    ("jobLocation.address.addressCountry", True, lambda value: value == "DE"),
    ("jobLocation.address.addressLocality", False, str),
    ("jobLocation.address.addressRegion", False, str),
    ("jobLocation.address.postalCode", False, lambda value: re.fullmatch(r"\d{5}", value)),
    ("baseSalary.@type", False, lambda value: value == "MonetaryAmount"),
    ("baseSalary.currency", False, lambda value: value == "EUR"),
    ("baseSalary.value.@type", False, lambda value: value == "QuantitativeValue"),
    ("baseSalary.value.unitText", False, lambda value: value in UNITS),
    ("validThrough", False, day),
    ("employmentType", False, lambda value: value in KINDS),
    ("identifier.@type", False, lambda value: value == "PropertyValue"),
    ("identifier.value", False, str),
]
SOMETIMES = {"employmentType"}  # a notice does not say whether it is full time


@pytest.mark.parametrize(("path", "required", "holds"), GOOGLE, ids=[path for path, *_ in GOOGLE])
def test_every_rule_that_google_publishes_holds(postings, path, required, holds):
    for said in postings.values():
        value: Any = said
        for name in path.split("."):
            value = value.get(name) if isinstance(value, dict) else None
        assert value is not None or (path in SOMETIMES and not required), (
            "recommended ones are there too, where we know them"
        )
        assert value is None or holds(value), value


def test_pay_is_one_value_or_a_range_in_order(postings):
    for said in postings.values():
        value = said["baseSalary"]["value"]
        assert ("value" in value) != ("minValue" in value and "maxValue" in value)
        assert value.get("minValue", 0) <= value.get("maxValue", 0) or "value" in value


def test_posting_is_valid_for_as_long_as_it_hangs_and_carries_no_worker(postings):
    for said in postings.values():
        begin, end = (datetime.fromisoformat(said[name]) for name in ("datePosted", "validThrough"))
        assert begin <= timezone.now() < end
        assert "applicationContact" not in said
