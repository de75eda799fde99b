"""Choose a file, choose what to take: pages and actions."""

import json
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from accounts import registry
from network.moving import actions
from network.moving.models import Draft
from network.profiles.models import Block, Profile, Station
from tests import factories
from tests.committing import commit_at_once
from tests.moving.parcels import POSITIONS, zipped
from tests.samples.conftest import stored

pytestmark = pytest.mark.django_db
BRING, CHECK, DONE = (reverse(f"moving:{name}") for name in ("bring", "check", "done"))
JOB = "Elektroniker/in Energie- und Gebäudetechnik"
POSITION = f"Company Name,Title,Location,Started On,Finished On\nBrandt,{JOB},90762,Jan 2019,Feb 2020\n"


@pytest.fixture(autouse=True)
def _at_once(monkeypatch):
    commit_at_once(monkeypatch)


def send(client, *files: tuple[str, bytes]):
    return client.post(BRING, {"sent": [SimpleUploadedFile(name, data) for name, data in files]})


def ticks(user, *kinds: str) -> dict[str, str]:
    items = Draft.objects.get(user=user).found["items"]
    return {f"take-{at}": "on" for at, item in enumerate(items) if not kinds or item["kind"] in kinds}


@pytest.fixture
def worker(client, fremder, elektro, fuerth):
    client.force_login(fremder)
    return fremder


def test_file_is_read_and_nothing_is_written_before_the_button(client, worker):
    assert send(client, ("Positions.csv", POSITION.encode())).url == CHECK
    page = client.get(CHECK).content.decode()
    assert "Brandt" in page
    assert "checked" in page
    assert not Profile.objects.filter(user=worker).exists()


def test_ticks_about_an_older_file_take_nothing_of_a_newer_one(client, worker):
    """Two tabs: the places of the ticks name other things now."""
    send(client, ("Positions.csv", POSITION.encode()))
    older = client.get(CHECK).context["draft"]
    send(client, ("Positions.csv", POSITION.replace("Brandt", "Alt").encode()))
    assert client.post(CHECK, {"take-0": "on", "draft": older}).url == CHECK
    assert not Station.objects.filter(profile__user=worker).exists()
    page = client.get(CHECK)
    assert [message.level_tag for message in page.context["messages"]] == ["warning"], "it says so"
    assert client.post(CHECK, {"take-0": "on", "draft": page.context["draft"]}).url == DONE
    assert Station.objects.get(profile__user=worker).employer_name == "Alt"


def test_what_is_ticked_is_taken_and_nothing_else(client, worker):
    two = POSITION + f"Alt,{JOB},90762,Jan 2015,Feb 2016\n"
    send(client, ("Positions.csv", two.encode()))
    assert client.post(CHECK, {"take-0": "on"}).url == DONE
    (station,) = Station.objects.filter(profile__user=worker)
    assert (station.employer_name, station.start, station.end) == ("Brandt", date(2019, 1, 1), date(2020, 2, 1))
    assert station.place.postcode == "90762"
    assert client.get(DONE).status_code == 200
    draft = Draft.objects.get()
    assert (draft.found, draft.archive) == ({}, "")


def test_second_click_takes_nothing_twice(client, worker):
    send(client, ("Positions.csv", POSITION.encode()))
    draft = Draft.objects.get()
    for _ in range(2):
        actions.take(by=worker, draft=draft, chosen={0: {}})
    assert client.post(CHECK, {"take-0": "on"}).url == DONE
    assert Station.objects.count() == 1


def test_same_file_again_has_nothing_left_to_take(client, worker):
    for _ in range(2):
        send(client, ("Positions.csv", POSITION.encode()))
        if Station.objects.exists():
            break
        client.post(CHECK, {"take-0": "on"})
    page = client.get(CHECK).content.decode()
    assert 'name="take-0"' not in page
    assert "Brandt" in page
    client.post(CHECK, {"take-0": "on"})
    assert Station.objects.count() == 1


def test_nothing_ticked_says_so(client, worker):
    send(client, ("Positions.csv", POSITION.encode()))
    answer = client.post(CHECK, {})
    assert answer.status_code == 200
    assert answer.context["form"].non_field_errors()
    assert Draft.objects.get().taken_at is None


def test_what_is_not_clear_is_asked(client, worker, pflege):
    factories.make_occupation("elektroniker-betriebstechnik", "Elektroniker/in Betriebstechnik")
    send(client, ("Positions.csv", POSITION.replace(JOB, "Astronaut").encode()))
    page = client.get(CHECK)
    assert page.context["form"].fields["take-0"].initial is False
    answer = client.post(CHECK, {"take-0": "on", "occupation-0": "Astronaut"})
    assert answer.context["form"].errors["occupation-0"]
    assert client.post(CHECK, {"take-0": "on", "occupation-0": "Pflegefachfrau/-mann"}).url == DONE
    assert Station.objects.get().occupation == pflege


def test_answers_that_stand_there_are_kept_unless_ticked(client, anna):
    client.force_login(anna)
    resume = {
        "basics": {"name": "Anna Neu", "label": "x", "summary": "Neuer Text", "location": {"postalCode": "90762"}}
    }
    send(client, ("resume.json", json.dumps(resume).encode()))
    form = client.get(CHECK).context["form"]
    initial = {name: field.initial for name, field in form.fields.items() if name.startswith("take-")}
    items = Draft.objects.get().found["items"]
    assert {items[int(name[5:])]["kind"]: ticked for name, ticked in initial.items()} == {
        "name": False, "occupation": False, "about": True,
    }  # fmt: skip


def test_impossible_months_are_refused_and_the_rest_is_taken(client, worker):
    text = POSITION + f"Zukunft,{JOB},90762,Jan 2150,\n"
    send(client, ("Positions.csv", text.encode()))
    client.post(CHECK, ticks(worker))
    assert [each.employer_name for each in Station.objects.all()] == ["Brandt"]
    page = client.get(DONE).content.decode()
    assert "Zukunft" in page


def test_registered_firm_is_met_only_without_doubt(client, worker, brandt):
    text = POSITION.replace("Brandt", "Elektro Brandt") + f"Elektro Brandt,{JOB},,Jan 2010,Feb 2011\n"
    send(client, ("Positions.csv", text.encode()))
    client.post(CHECK, ticks(worker))
    sure, unsure = Station.objects.order_by("-start")
    assert (sure.employer, unsure.employer) == (brandt, None)


def test_contact_ways_stay_hidden(client, worker):
    resume = {"basics": {"name": "A", "phone": "0171 3920055", "email": "a@example.org"}}
    send(client, ("resume.json", json.dumps(resume).encode()))
    client.post(CHECK, ticks(worker))
    profile = Profile.objects.get(user=worker)
    assert (profile.phone, profile.mail) == ("+491713920055", "a@example.org")
    assert (profile.phone_audience, profile.mail_audience) == ("nobody", "nobody")
    assert profile.visibility == "off"


@pytest.mark.parametrize("data", [b"", b"%PDF-1", b"PK\x03\x04", b"{", b"x", zipped({"a.txt": "x"})])
def test_refusal_stands_at_the_field(client, worker, data):
    answer = send(client, ("datei", data))
    assert answer.status_code == 200
    assert answer.context["form"].errors["sent"]
    assert not Draft.objects.exists()
    assert stored() == {}


def test_no_file_and_too_many_files(client, worker):
    assert client.post(BRING, {}).context["form"].errors["sent"]
    assert send(client, *[(f"{n}.csv", b"x") for n in range(9)]).context["form"].errors["sent"]


def test_newer_file_takes_the_place_of_the_older(client, worker):
    send(client, ("Positions.csv", POSITION.encode()))
    send(client, ("Positions.csv", POSITIONS.encode()))
    assert Draft.objects.get().found["items"][0]["data"]["firm"].startswith("Elektro")


def test_bad_file_leaves_the_older_draft(client, worker):
    send(client, ("Positions.csv", POSITION.encode()))
    send(client, ("x", b"%PDF"))
    assert Draft.objects.get().found["items"]


def test_draft_can_be_thrown_away(client, worker):
    send(client, ("Positions.csv", POSITION.encode()))
    assert client.get(reverse("moving:throw_away")).status_code == 405
    client.post(reverse("moving:throw_away"))
    assert not Draft.objects.exists()


def test_draft_of_others_is_not_there(client, worker, anna):
    send(client, ("Positions.csv", POSITION.encode()))
    draft = Draft.objects.get()
    client.force_login(anna)
    assert client.get(CHECK).url == BRING
    assert client.get(DONE).url == BRING
    assert client.post(CHECK, {"take-0": "on"}).url == BRING
    actions.take(by=anna, draft=draft, chosen={0: {}})
    assert not Station.objects.exists()


@pytest.mark.parametrize("rows", [1, 30])
def test_check_page_asks_the_same_for_any_number(client, anna, rows, django_assert_max_num_queries):
    client.force_login(anna)
    line = "Firma {0}," + JOB + ",90762,Jan {1},Feb {1}\n"
    text = POSITION.splitlines()[0] + "\n" + "".join(line.format(n, 1980 + n) for n in range(rows))
    send(client, ("Positions.csv", text.encode()))
    client.get(CHECK)
    with django_assert_max_num_queries(8):
        assert client.get(CHECK).status_code == 200


def test_draft_is_exported_erased_and_purged(client, worker):
    send(client, ("Positions.csv", POSITION.encode()))
    data = registry.exporters["moving"](worker).data
    assert data["draft"]["found"]["items"][0]["data"]["firm"] == "Brandt"
    json.dumps(data)
    registry.erasers["moving"][1](worker)
    assert not Draft.objects.exists()
    send(client, ("Positions.csv", POSITION.encode()))
    assert actions.purge() == 0
    Draft.objects.update(created_at=timezone.now() - timedelta(days=1, minutes=1))
    assert actions.purge() == 1


def test_reading_is_limited(client, worker):
    codes = [send(client, ("x", b"x")).status_code for _ in range(11)]
    assert codes == [200] * 10 + [429]


def test_blocks_by_name_are_taken_once(client, worker, brandt):
    profile = {
        "format": "handschlag-profile", "version": 1, "person": {"name": "A"},
        "blocks": [{"name": "Fern AG"}, {"name": "", "employer": {"id": brandt.public_id, "name": brandt.name}}],
    }  # fmt: skip
    for _ in range(2):
        send(client, ("profile.json", json.dumps(profile).encode()))
        client.post(CHECK, ticks(worker))
    assert sorted(str(block.employer or block.name) for block in Block.objects.all()) == ["Elektro Brandt", "Fern AG"]
