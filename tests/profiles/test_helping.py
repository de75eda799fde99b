"""What a helper at the desk may write, what is marked by it, and what is never theirs to decide."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import override

from accounts import mail, placeholders
from accounts.models import User
from network.profiles import actions, helping, presenters, rules
from network.profiles.counting import tree_of
from network.profiles.models import Profile, Qualification, Station
from network.profiles.presenters.typed import typed_rows
from network.profiles.steps import Step
from network.samples import actions as samples
from tests import factories
from tests.house.world import routes

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(fremder) -> Profile:
    """Fremder helps."""
    return actions.begin_for_somebody(by=fremder)


def fill(by: User, page: Profile, elektro, fuerth, stapler) -> tuple[Station, Qualification]:
    actions.save_name(by=by, profile=page, name="Aylin Öztürk", name_shown="initial")
    actions.save_occupation(by=by, profile=page, occupation=elektro)
    actions.save_place(by=by, profile=page, place=fuerth, radius_km=25, montage=False)
    station = actions.add_station(by=by, profile=page, **job(elektro))
    return station, actions.add_qualification(by=by, profile=page, kind=stapler)


def job(occupation) -> dict:
    return {"employer": "Alt", "place": None, "occupation": occupation, "start": date(2020, 1, 1), "end": None}


def marks(page: Profile) -> set[str]:
    return set(Profile.objects.get(pk=page.pk).unconfirmed)


def test_everything_a_helper_types_is_marked(draft, fremder, elektro, fuerth, stapler):
    station, paper = fill(fremder, draft, elektro, fuerth, stapler)
    assert marks(draft) == {"name", "occupation", "place", f"station:{station.pk}", f"paper:{paper.pk}"}
    actions.save_name(by=fremder, profile=draft, name="Aylin Ö", name_shown="full")
    assert len(marks(draft)) == 5, "typed twice, marked once"


def test_mark_goes_when_the_worker_saves_the_same_or_removes_it(draft, fremder, anna, elektro, fuerth, stapler):
    _station, paper = fill(fremder, draft, elektro, fuerth, stapler)
    Profile.objects.filter(user=anna).delete()
    page = actions.take_over(by=anna, profile=draft)
    actions.save_name(by=anna, profile=page, name="Aylin Öztürk", name_shown="initial")
    actions.change_station(by=anna, station=page.stations.get(), **job(elektro))
    assert marks(page) == {"occupation", "place", f"paper:{paper.pk}"}
    actions.remove_qualification(by=anna, qualification=page.qualifications.get())
    assert marks(page) == {"occupation", "place"}
    actions.confirm_typed(by=anna, profile=page)
    assert marks(page) == set()


def test_worker_without_help_marks_nothing(anna, elektro, fuerth, stapler):
    fill(anna, anna.profile, elektro, fuerth, stapler)
    assert marks(anna.profile) == set()


@pytest.mark.parametrize("visibility", ["link", "employers", "everyone"])
def test_unconfirmed_page_is_shown_to_nobody(anna, visibility):
    Profile.objects.update(unconfirmed=["name"], visibility="off", searchable=False, public=False)
    page = Profile.objects.get(user=anna)
    with pytest.raises(ValidationError):
        actions.choose_visibility(by=anna, profile=page, visibility=visibility)
    page.refresh_from_db()
    assert page.visibility == "off"
    actions.choose_visibility(by=anna, profile=page, visibility="off")


def decisions(page: Profile, employer) -> dict[str, object]:
    """What only the worker does, by name."""
    return {
        "visibility": lambda by: actions.choose_visibility(by=by, profile=page, visibility="off"),
        "goal": lambda by: actions.save_goal(by=by, profile=page, goal="open"),
        "block": lambda by: actions.block(by=by, profile=page, employer=employer),
        "confirm": lambda by: actions.confirm_typed(by=by, profile=page),
        "sample": lambda by: samples.start(by=by, profile=page, kind="piece", once=uuid4(), texts={}),
    }


@pytest.mark.parametrize("name", ["visibility", "goal", "block", "confirm", "sample"])
def test_helper_decides_nothing_for_the_worker(draft, fremder, brandt, name):
    with pytest.raises(PermissionDenied):
        decisions(draft, brandt)[name](fremder)
    draft.refresh_from_db()
    assert (draft.goal, draft.visibility_chosen, draft.blocks.count(), draft.samples.count()) == ("", False, 0, 0)


def test_nobody_else_writes_a_draft(draft, anna, elektro, fuerth, stapler):
    with pytest.raises(PermissionDenied):
        fill(anna, draft, elektro, fuerth, stapler)
    with pytest.raises(PermissionDenied):
        actions.add_station(by=anna, profile=draft, **job(elektro))
    with pytest.raises(PermissionDenied):
        actions.end_help(by=anna, profile=draft)


def test_helper_with_a_page_from_before_the_takeover_writes_nothing(draft, fremder, anna, elektro, stapler):
    """The page was loaded, then the worker took over, then the helper's answer arrived."""
    before = Profile.objects.get(pk=draft.pk)
    Profile.objects.filter(user=anna).delete()
    page = actions.take_over(by=anna, profile=draft)
    for write in (
        lambda: actions.save_name(by=fremder, profile=before, name="Falsch", name_shown="full"),
        lambda: actions.add_station(by=fremder, profile=before, **job(elektro)),
        lambda: actions.add_qualification(by=fremder, profile=before, kind=stapler),
    ):
        with pytest.raises(PermissionDenied):
            write()
    page.refresh_from_db()
    assert (page.name, page.user, page.stations.count()) == ("", anna, 0)


def test_help_ends_after_its_day(draft, fremder):
    Profile.objects.filter(pk=draft.pk).update(created_at=timezone.now() - helping.LIFE - timedelta(minutes=1))
    with pytest.raises(PermissionDenied):
        actions.save_about(by=fremder, profile=draft, about="x")
    assert Profile.objects.helped_by(fremder, draft.pk, since=helping.oldest()) is None


def test_only_drafts_are_taken_over_or_thrown_away(anna, fremder):
    for act in (
        lambda: actions.take_over(by=fremder, profile=anna.profile),
        lambda: actions.throw_away(profile=anna.profile),
    ):
        with pytest.raises(PermissionDenied):
            act()
    assert Profile.objects.get().user == anna


def test_draft_is_nobody_and_is_found_by_nobody(draft, client, anna, rita):
    assert placeholders.is_placeholder(draft.user)
    assert not draft.user.has_usable_password()
    assert not draft.user.emailaddress_set.exists()
    assert (draft.visibility, draft.searchable) == ("off", False)
    for user in (anna, rita):
        client.force_login(user)
        assert client.get(f"/p/{draft.handle}/").status_code == 404


def test_blank_page_is_one_without_answers_and_rows(fremder):
    page = actions.start(by=fremder)
    assert rules.is_blank(page)
    page.blocks.create(name="Alt", key="alt")
    assert not rules.is_blank(page)


def test_pages_for_helpers_are_few_and_there():
    """Deny by default: a page about visibility, blocks, contact, links, references or samples never stands here."""
    assert {name for name, _route in routes()} >= helping.PAGES
    never = (
        "visib",
        "goal",
        "block",
        "share",
        "link",
        "phone",
        "mail",
        "contact",
        "sample",
        "export",
        "import",
        "check",
    )
    assert [name for name in {*helping.PAGES, *helping.ANSWERS} if any(word in name for word in never)] == []


def test_take_over_asks_for_the_place_of_an_own_empty_page(draft, fremder, anna):
    Profile.objects.filter(user=anna).delete()
    empty = factories.make_profile(anna, name="", goal="", visibility="off")
    Profile.objects.filter(pk=empty.pk).update(visibility_chosen=False)
    page = actions.take_over(by=anna, profile=draft)
    assert list(Profile.objects.filter(user=anna)) == [page]


def test_no_link_shows_what_is_not_confirmed(anna, client):
    station = factories.make_station(anna.profile)
    Profile.objects.update(unconfirmed=["name"], visibility="off", searchable=False, public=False)
    page = Profile.objects.get(user=anna)
    with pytest.raises(ValidationError):
        actions.share(by=anna, profile=page, name="Chefin", items=[f"station:{station.pk}"], days=7, once="1")
    client.force_login(anna)
    assert "/me/profile/check/" in client.get("/me/profile/shares/new/").content.decode()
    assert not page.shares.exists()


def test_database_keeps_an_unconfirmed_page_hidden(anna):
    with pytest.raises(IntegrityError), transaction.atomic():
        Profile.objects.filter(user=anna).update(unconfirmed=["name"])


def test_no_mail_goes_to_who_is_not_there(draft, mailoutbox):
    mail.send("accounts/emails/closed", to=draft.user.email, context={})
    assert mailoutbox == []


def test_step_that_a_helper_types_is_marked_with_its_station_and_read_by_the_worker(draft, fremder, anna, elektro):
    station = actions.add_station(by=fremder, profile=draft, **job(elektro))
    Profile.objects.filter(pk=draft.pk).update(unconfirmed=[])
    step = Step("lead-hand", "", date(2021, 4, 1))
    actions.add_step(by=fremder, station=station, step=step)
    assert marks(draft) == {f"station:{station.pk}"}
    found = draft.stations.with_vouches()
    with override("en"):
        views = presenters.station_views(tree_of(found, date(2026, 1, 1)), found, date(2026, 1, 1))
        (row,) = typed_rows(Profile.objects.filter(pk=draft.pk).whole(), views, [])
    assert "Lead hand: since April" in row.value
    Profile.objects.filter(user=anna).delete()
    actions.take_over(by=anna, profile=draft)
    with pytest.raises(PermissionDenied):
        actions.remove_step(by=fremder, station=station, step=step)
