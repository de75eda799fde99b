"""Share links: made once, seen exactly, ended at once; when they were opened, not by whom."""

import re
from datetime import timedelta

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone

from accounts.ids import hash_token
from network.profiles import actions, rules, upkeep
from network.profiles.models import Profile, ShareLink, ShareOpening
from tests import factories
from tests.samples.conftest import make_photo, make_sample

NEW = "/me/profile/shares/new/"


@pytest.fixture
def station(anna):
    return factories.make_station(anna.profile, name="Lindner")


@pytest.fixture
def shared(anna, station):
    return make(anna, [f"station:{station.pk}"])


def make(user, keys: list[str], once: str = "1", days: int = 7) -> actions.Shared:
    return actions.share(by=user, profile=user.profile, name="Frau Fern", items=keys, days=days, once=once)


def asked(worker, **changes) -> dict[str, object]:
    once = worker.get(NEW).context["form"]["once"].value()
    return {"name": "Frau Fern", "days": "30", "once": str(once), **changes}


def test_worker_makes_a_link_and_sees_its_address_once(worker, client, anna, station):
    answer = worker.post(NEW, asked(worker, items=[f"station:{station.pk}"]))
    address = re.search(r"http://testserver(/s/\w+/)", answer.content.decode())[1]
    share = ShareLink.objects.get()
    assert share.token_hash == hash_token(address.split("/")[2])
    assert share.expires_at - share.created_at == timedelta(days=30)
    assert "<svg" in answer.content.decode()
    assert "style=" not in answer.content.decode()
    assert "Lindner" in Client().get(address).content.decode()
    for page in ("/me/profile/shares/", f"/me/profile/shares/{share.pk}/"):
        assert address not in worker.get(page).content.decode()


def test_secret_is_stored_nowhere(worker, station):
    answer = worker.post(NEW, asked(worker, items=[f"station:{station.pk}"]))
    token = re.search(r"/s/(\w+)/", answer.content.decode())[1]
    assert token not in str([list(model._base_manager.values()) for model in apps.get_models()])


def test_second_click_makes_no_second_link(worker, station):
    said = asked(worker, items=[f"station:{station.pk}"])
    first, second = (worker.post(NEW, said).content.decode() for _click in range(2))
    assert re.search(r"/s/\w+/", first)[0] == re.search(r"/s/\w+/", second)[0]
    assert ShareLink.objects.count() == 1
    actions.end_share(by=ShareLink.objects.get().profile.user, share=ShareLink.objects.get())
    assert worker.post(NEW, said).status_code == 302


def test_nothing_is_ticked_before(worker, station):
    html = worker.get(NEW).content.decode()
    assert f'value="station:{station.pk}"' in html
    assert "checked" not in html


@pytest.mark.parametrize(
    ("changes", "field"),
    [({"name": " "}, "name"), ({"days": "8"}, "days"), ({"items": ["paper:1"]}, "items"), ({}, "items")],
)
def test_what_is_missing_is_said_at_the_field(worker, station, changes, field):
    answer = worker.post(NEW, {**asked(worker), **({"items": f"station:{station.pk}"} if changes else {}), **changes})
    assert list(answer.context["form"].errors) == [field]
    assert not ShareLink.objects.exists()


def test_everything_means_what_everyone_may_read_now(worker, anna, station):
    factories.make_station(anna.profile, name="Nur Firmen", audience="employers")
    worker.post(NEW, asked(worker, everything="on"))
    assert ShareLink.objects.get().items == [f"station:{station.pk}"]


def test_twenty_links_at_most(worker, anna, station):
    for number in range(rules.MOST_SHARES):
        last = make(anna, [f"station:{station.pk}"], once=str(number)).share
    answer = worker.post(NEW, asked(worker, everything="on"))
    assert "20" in str(answer.context["form"].errors)
    actions.end_share(by=anna, share=last)
    worker.post(NEW, asked(worker, everything="on"))
    assert ShareLink.objects.alive().count() == rules.MOST_SHARES


def test_items_of_others_cannot_be_named(anna, elektro, fuerth):
    from django.core.exceptions import PermissionDenied

    other = factories.make_station(factories.make_profile(None, elektro, fuerth), name="Fremd")
    with pytest.raises(PermissionDenied):
        make(anna, [f"station:{other.pk}"])


def test_link_works_whatever_the_page_shows_and_tells_no_goal(shared, anna, rita, client):
    actions.choose_visibility(by=anna, profile=anna.profile, visibility="off")
    client.force_login(rita)
    client.cookies["django_language"] = "en"
    html = client.get(f"/s/{shared.token}/").content.decode()
    assert "Lindner" in html
    assert "Open for offers" not in html
    assert "/offer/" not in html


def test_address_is_kept_secret(shared, client):
    answer = client.get(f"/s/{shared.token}/")
    assert answer["Referrer-Policy"] == "strict-origin"
    assert "no-store" in answer["Cache-Control"]
    assert "noindex" in answer["X-Robots-Tag"]
    assert 'name="robots" content="noindex' in answer.content.decode()
    assert "canonical" not in answer.content.decode()


@pytest.mark.parametrize("how", ["ended", "expired"])
def test_link_that_is_over_names_nobody(shared, anna, client, how):
    if how == "ended":
        actions.end_share(by=anna, share=shared.share)
    else:
        ShareLink.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    answer = client.get(f"/s/{shared.token}/")
    assert answer.status_code == 410
    assert not any(word in answer.content.decode() for word in ("Anna", "Lindner", "Fern"))
    assert not ShareOpening.objects.exists()


def test_openings_are_noted_by_the_hour_without_the_owner(shared, worker, fremder):
    address = f"/s/{shared.token}/"
    worker.get(address)
    Client().head(address)
    assert not ShareOpening.objects.exists()
    other = Client()
    other.force_login(fremder)
    for visitor in (Client(), Client(), other):
        visitor.get(address)
    opening = ShareOpening.objects.get()
    assert (opening.hour.minute, opening.hour.second) == (0, 0)
    assert {f.name for f in ShareOpening._meta.fields} == {"id", "share", "hour"}
    hour = timezone.localtime(opening.hour).hour
    assert f"{hour} " in worker.get(f"/me/profile/shares/{shared.share.pk}/").content.decode()


def test_photo_of_a_named_sample_opens_with_the_pass_of_the_page_alone(anna, client):
    named, other = make_sample(anna, audience="nobody"), make_sample(anna, audience="nobody")
    photos = {sample: make_photo(sample) for sample in (named, other)}
    shared = make(anna, [named.key])
    html = client.get(f"/s/{shared.token}/").content.decode().replace("&amp;", "&")
    source = re.search(r'src="(/photo/[^"]+)"', html)[1]
    assert client.get(source).status_code == 200
    assert client.get(source.partition("?")[0]).status_code == 404
    assert client.get(source.replace(str(photos[named].pk), str(photos[other].pk))).status_code == 404
    assert shared.token not in source
    actions.end_share(by=anna, share=shared.share)
    assert client.get(source).status_code == 404


def test_photo_for_employers_is_not_there_for_strangers(anna, client, rita):
    photo = make_photo(make_sample(anna, audience="employers"))
    address = f"/photo/{photo.pk}/{photo.widths[0]}.webp"
    assert client.get(address).status_code == 404
    client.force_login(rita)
    assert client.get(address).status_code == 200


def test_links_of_others_are_not_found(shared, client, fremder):
    actions.start(by=fremder)
    client.force_login(fremder)
    for path in ("", "end/"):
        for method in ("get", "post"):
            address = f"/me/profile/shares/{shared.share.pk}/{path}"
            assert getattr(client, method)(address).status_code in (404, 405)
    assert ShareLink.objects.alive().count() == 1


def test_ended_links_go_after_ninety_days(shared, anna):
    actions.end_share(by=anna, share=shared.share)
    ShareLink.objects.update(ended_at=timezone.now() - timedelta(days=89))
    upkeep.daily()
    assert ShareLink.objects.exists()
    ShareLink.objects.update(ended_at=timezone.now() - timedelta(days=91))
    upkeep.daily()
    assert not ShareLink.objects.exists()


@pytest.mark.parametrize("rows", [1, 30])
def test_pages_cost_the_same_with_many_rows(worker, anna, rows, count_reads):
    Profile.objects.filter(pk=anna.profile.pk).update(phone="+491713920061")
    for number in range(rows):
        station = factories.make_station(anna.profile, name=f"Firma {number}")
    for number in range(min(rows, rules.MOST_SHARES)):
        share = make(anna, [f"station:{station.pk}"], once=str(number)).share
        for hour in range(rows):
            share.openings.create(hour=timezone.now() - timedelta(hours=hour))
    assert count_reads("/me/profile/shares/") <= 4
    assert count_reads(f"/me/profile/shares/{share.pk}/") <= 8
    assert count_reads(NEW) <= 8
    assert count_reads("/me/profile/items/") <= 8
