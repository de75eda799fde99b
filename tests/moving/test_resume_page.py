"""/p/<handle>.json: what this reader may see, and for everybody else nothing."""

import pytest
from django.urls import reverse

from network.profiles.models import Block, Profile

pytestmark = pytest.mark.django_db


def address(user) -> str:
    return reverse("moving:resume", args=[user.profile.handle])


def test_stranger_reads_what_the_page_says(client, full):
    answer = client.get(address(full))
    assert answer["Content-Type"] == "application/json"
    assert answer["X-Robots-Tag"] == "noindex, noarchive"
    assert "no-store" in answer["Cache-Control"]
    said = answer.json()
    assert said["basics"]["name"] == "Anna G."
    assert "postalCode" not in said["basics"]["location"]
    assert not {"phone", "email"} & set(said["basics"])
    text = answer.content.decode()
    assert "Geheim GmbH" not in text
    assert "Noch geheim" not in text
    assert "Gärtner" not in text
    assert "Verteiler" in text


def test_checked_employer_reads_what_is_meant_for_employers(client, full, rita):
    client.force_login(rita)
    said = client.get(address(full)).json()
    assert said["basics"]["phone"] == "+491713920055"
    assert "email" not in said["basics"]


def test_worker_reads_all(client, full):
    client.force_login(full)
    said = client.get(address(full)).json()
    assert said["basics"]["name"] == "Anna Gärtner"
    assert said["basics"]["email"] == "anna.g@example.org"
    assert "Geheim GmbH" in str(said["work"])


def test_nothing_says_that_somebody_looks_for_work(client, full, fremder):
    before = client.get(address(full)).content
    Profile.objects.update(goal="keep", open=False)
    assert client.get(address(full)).content == before


@pytest.mark.parametrize("visibility", ["off", "employers"])
def test_hidden_page_is_no_page(client, full, fremder, visibility):
    Profile.objects.update(visibility=visibility, public=False, searchable=False)
    client.force_login(fremder)
    assert client.get(address(full)).status_code == 404
    assert client.get("/p/0000000000.json").status_code == 404


def test_blocked_employer_gets_what_stands_where_nothing_is(client, full, rita, talheim):
    Block.objects.create(profile=full.profile, employer=talheim)
    client.force_login(rita)
    blocked = client.get(address(full))
    assert blocked.status_code == 404
    assert "Anna" not in blocked.content.decode()


def test_queries_stay_the_same(client, full, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        client.get(address(full))


@pytest.mark.parametrize("reader", ["nobody", "rita"])
def test_no_moment_tells_when_somebody_answered(client, full, rita, reader):
    """A date would say that somebody has just answered something, and that could be the goal (decision 0023)."""
    if reader == "rita":
        client.force_login(rita)
    assert "lastModified" not in client.get(address(full)).json()["meta"]
    client.force_login(full)
    assert client.get(address(full)).json()["meta"]["lastModified"].startswith("20")


def test_checked_employer_who_reads_it_is_noted_as_on_the_page(client, full, rita, talheim):
    client.force_login(rita)
    client.head(address(full))
    assert not full.profile.looks.exists()
    for _ in range(2):
        client.get(address(full))
    look = full.profile.looks.get()
    assert (look.employer, look.where) == (talheim, "page")
