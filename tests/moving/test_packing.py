"""What is taken along, file by file."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as Xml

import jsonschema
import pytest
from django.apps import apps

from network.moving.packing import book, europass, week
from network.occupations.models import Statement
from network.profiles.models import Block, Profile, Qualification, ShareLink, Station
from network.samples.models import Photo, WorkSample
from references.models import Reference, Voice
from references.voices import ending
from tests.moving.conftest import packed
from tests.references import helpers

pytestmark = pytest.mark.django_db
DATES = jsonschema.Draft7Validator.FORMAT_CHECKER


def test_archive_holds_a_file_for_each_purpose(full):
    names = set(packed(full).namelist())
    assert {"index.html", "read-me.txt", "profile.json", "profile.schema.json", "resume.json", "europass.xml"} <= names
    reference = full.profile.references.get().public_id
    assert {f"references/{reference}.json", f"references/{reference}.html"} <= names
    assert len([name for name in names if name.endswith(".webp")]) == 1
    assert {"rooms/profiles.json", "rooms/account.json"} <= names


def test_archive_of_who_has_no_page_is_whole(fremder):
    box = packed(fremder)
    assert "index.html" not in box.namelist()
    assert json.loads(box.read("rooms/account.json"))["email"] == fremder.email


def test_profile_follows_its_schema(full):
    box = packed(full)
    schema = json.loads(box.read("profile.schema.json"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(box.read("profile.json")), schema, jsonschema.Draft202012Validator)
    assert schema == book.described()


def test_profile_says_what_was_answered(full):
    said = json.loads(packed(full).read("profile.json"))
    person = said["person"]
    assert person["occupation"]["slug"] == "elektroniker-energie-gebaeudetechnik"
    assert (person["licences"], person["shifts"], person["week"]) == (["b"], ["day", "early"], ["mon-early"])
    assert [step["start"] for station in said["stations"] for step in station["steps"]] == ["2015-04"]
    (paper,) = said["papers"]
    assert (paper["number"], paper["until_typed"], paper["valid_until"]) == ("S-17", True, "2030-05-01")
    assert {sample["title"] for sample in said["samples"]} == {"Verteiler", "Noch geheim"}
    assert said["blocks"][0]["name"] == "Fern AG"
    assert said["share_links"][0]["name"] == "Für den Meister"


def test_profile_holds_no_secret(full):
    full.profile.feed_hash = "f" * 64
    full.profile.save()
    text = packed(full).read("profile.json").decode()
    secrets = ["f" * 64, "a" * 64, *Reference.objects.values_list("manage_hash", flat=True)]
    secrets += [secret for row in Voice.objects.values_list("manage_hash", "mailbox_hash") for secret in row]
    assert [secret for secret in secrets if secret in text] == []


# A column is in profile.json unless it stands here, with the reason.
LEFT_OUT = {
    Profile: {"user", "helper", "feed_hash"} | book.COPIES,  # an account of somebody else, a secret, made anew
    Station: {"profile"},
    Qualification: {"profile"},  # station as station_id
    WorkSample: {"profile", "once"},
    Photo: {"sample", "raw", "once"},
    Reference: {"profile", "request", "station", "employer", "referee_user", "manage_hash"},
    Voice: {
        *("profile", "user", "email", "mailbox_hash", "manage_hash", "draft"),  # of the asking, and whom it hangs on
        *("state", "language", "message", "expires_at", "withdrawn_at", "closed_at"),  # it stands; closed_at as said_at
    },
    Block: {"profile"},
    ShareLink: {"profile", "token_hash"},
}


@pytest.mark.parametrize("model", LEFT_OUT, ids=lambda model: model.__name__)
def test_profile_names_every_column(full, model):
    said = json.loads(packed(full).read("profile.json"))
    rows = {
        Profile: said["person"], Station: said["stations"][0], Qualification: said["papers"][0], WorkSample: said["samples"][0],
        Photo: next(each for sample in said["samples"] for each in sample["photos"]), Reference: said["references"][0],
        Voice: said["voices"][0], Block: said["blocks"][0], ShareLink: said["share_links"][0],
    }  # fmt: skip
    columns = {field.name for field in model._meta.concrete_fields} - {"id"} - LEFT_OUT[model]
    named = set(rows[model]) | {name.removesuffix("_id") for name in rows[model]}
    assert columns <= named


def test_voices_are_there_as_long_as_somebody_stands_for_them(full):
    (row,) = json.loads(packed(full).read("profile.json"))["voices"]
    assert row["sentences"] == [str(Statement.objects.get(code=row["statements"][0]))]
    assert (row["kind"], row["how"], row["shown"]) == ("colleague", "code", True)
    resume = packed(full).read("resume.json").decode()
    assert row["sentences"][0] not in resume, "never mixed with references"
    ending.withdraw(voice=Voice.objects.get())
    assert json.loads(packed(full).read("profile.json"))["voices"] == []


def schema_of_json_resume() -> dict:
    """From the package @jsonresume/schema; CI fetches it, elsewhere the path is optional."""
    path = os.environ.get("JSON_RESUME_SCHEMA", "")
    if not path and not os.environ.get("CI"):
        pytest.skip("JSON_RESUME_SCHEMA names no file")
    return json.loads(Path(path).read_text())


@pytest.mark.parametrize("language", ["de", "en"])
def test_resume_passes_the_published_schema(full, language):
    said = json.loads(packed(full, language).read("resume.json"))
    jsonschema.validate(said, schema_of_json_resume(), jsonschema.Draft7Validator, format_checker=DATES)


def test_published_schema_is_one_that_refuses():
    wrong = {"work": [{"startDate": "September 2013"}]}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, schema_of_json_resume(), jsonschema.Draft7Validator)


def test_resume_holds_only_keys_that_its_schema_names(full):
    schema = schema_of_json_resume()
    said = json.loads(packed(full).read("resume.json"))
    assert set(said) <= set(schema["properties"])
    for key in ("work", "education", "certificates", "languages", "skills", "projects", "references"):
        known = set(schema["properties"][key]["items"]["properties"])
        assert {name for row in said[key] for name in row} <= known
    assert set(said["basics"]) <= set(schema["properties"]["basics"]["properties"])


def test_resume_says_months_and_years(full):
    said = json.loads(packed(full).read("resume.json"))
    (school,) = said["education"]
    assert (school["institution"], school["startDate"], school["endDate"]) == ("Lehrwerk", "2009", "2012")
    brandt = next(each for each in said["work"] if each["name"] == "Elektro Brandt")
    assert (brandt["startDate"], brandt["endDate"]) == ("2013-09", "2020-06")
    assert said["references"][0]["reference"] == "Satz 0. Sehr genau. Würde wieder einstellen."


def test_europass_says_the_same_in_its_words(full):
    root = Xml.fromstring(packed(full).read("europass.xml"))
    space = {"e": europass.NAMESPACE}
    assert root.tag == f"{{{europass.NAMESPACE}}}SkillsPassport"
    texts = [found.text for found in root.iterfind(".//e:Employer/e:Name", space)]
    assert "Elektro Brandt" in texts
    learned = root.find(".//e:Education/e:Period/e:From", space)
    assert learned is not None
    assert learned.attrib == {"year": "2009"}
    assert root.findtext(".//e:Surname", "", space) == "Gärtner"
    assert [found.text for found in root.iterfind(".//e:Licence", space)] == ["B"]


def test_europass_survives_characters_that_xml_has_no_place_for(full):
    full.profile.name = "A\x00nna \x0b<Gärtner> & \ufffe Söhne"
    assert Xml.fromstring(europass.passport(full.profile, [])).tag.endswith("SkillsPassport")


def test_week_reads_what_it_writes():
    assert all(week.bits_of(week.slugs_of(bits)) == bits for bits in (0, 1, 1 << 20, 0b101101, (1 << 21) - 1))


def test_reference_is_checked_with_nothing_but_the_archive(full, tmp_path):
    """The lines that read-me.txt tells to type, as they stand there."""
    box = packed(full, "en")
    box.extractall(tmp_path)
    told = re.findall(r"^    (.+)$", box.read("read-me.txt").decode(), re.MULTILINE)
    (tmp_path / "check.py").write_text("\n".join(told))
    (file,) = tmp_path.glob("references/*.json")

    def run() -> subprocess.CompletedProcess:
        return subprocess.run(
            [sys.executable, "check.py", file], cwd=tmp_path, capture_output=True, text=True, check=False
        )

    assert run().stdout == "unchanged\n"
    file.write_text(file.read_text().replace("Sehr genau", "Sehr fein"))
    assert run().returncode != 0


def test_references_the_person_wrote_for_others_are_in_the_file_of_the_room(full, monika):
    helpers.reference_for(full, full.profile.stations.get(kind="job", employer__isnull=False).employer)
    box = packed(monika)
    assert not [name for name in box.namelist() if name.startswith("references/")]


def test_every_part_of_the_archive_is_described():
    told = (Path(apps.get_app_config("moving").path).parent.parent / "docs/export.md").read_text()
    for name in ("index.html", "read-me.txt", "profile.json", "profile.schema.json", "resume.json", "europass.xml"):
        assert f"`{name}`" in told
