"""Asking about stations of every kind, and about years without a month."""

from datetime import date

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied

from network.profiles.models import Confirmation
from references import actions
from references.drafts import Draft
from references.models import Reference, ReferenceRequest
from references.payload import said_in
from tests import factories
from tests.references import helpers

pytestmark = pytest.mark.django_db
WORK = {"first_month": "3", "first_year": "2009", "last_month": "11", "last_year": "2012"}


@pytest.mark.parametrize("kind", ["family", "self"])
def test_nobody_can_be_asked_where_there_was_no_boss(client, anna, kind: str) -> None:
    station = factories.make_station(anna.profile, kind=kind)
    client.force_login(anna)
    address = f"/me/references/ask/{station.pk}/"
    assert client.get(address).status_code == 404
    typed = {"referee_name": "Monika", "referee_email": helpers.BOSS}
    assert client.post(address, typed).status_code == 404
    assert address not in client.get("/me/references/").content.decode()
    with pytest.raises(PermissionDenied):
        helpers.ask(anna, station)
    assert not ReferenceRequest.objects.exists()


@pytest.mark.parametrize("kind", ["job", "training", "retraining"])
def test_somebody_can_be_asked_where_there_was_one(client, anna, brandt, kind: str) -> None:
    station = factories.make_station(anna.profile, brandt, kind=kind)
    client.force_login(anna)
    assert f"/me/references/ask/{station.pk}/" in client.get("/me/references/").content.decode()
    assert client.get(f"/me/references/ask/{station.pk}/").status_code == 200


def test_referee_of_an_apprentice_reads_of_training(client, anna, brandt) -> None:
    station = factories.make_station(anna.profile, brandt, kind="training")
    helpers.ask(anna, station)
    assert "was trained at Elektro Brandt" in mail.outbox[-1].body
    assert "was trained at <b>Elektro Brandt</b>" in client.get(helpers.last_link()).content.decode()


@pytest.fixture
def about(anna, brandt):
    months = {"start": date(2009, 7, 1), "end": date(2012, 6, 1), "start_about": True, "end_about": True}
    return factories.make_station(anna.profile, brandt, **months)


def test_year_without_month_is_shown_so_and_its_month_is_asked(client, anna, about) -> None:
    asked = helpers.ask(anna, about)
    start = helpers.last_link()
    assert "about 2009 to about 2012" in client.get(start).content.decode()
    work = client.post(start, {"answer": "yes"})["Location"]
    assert work.endswith("work/")
    form = client.get(work).context["form"]
    assert form["first"].value().about
    assert form.fields["first"].help_text
    html = client.get(work).content.decode()
    assert 'value="2009"' in html
    assert 'value="7" selected' not in html
    assert client.post(work, {**WORK, "first_month": "", "occupation": str(about.occupation)}).status_code == 200
    assert client.post(work, {**WORK, "occupation": str(about.occupation)}).status_code == 302
    asked.refresh_from_db()
    draft = Draft.of(asked)
    assert (draft.first, draft.last) == ("2009-03", "2012-11")
    assert client.get(work).context["form"]["first"].value() == date(2009, 3, 1)


def test_way_back_leads_over_the_months_that_were_asked(client, anna, about) -> None:
    helpers.ask(anna, about)
    start = helpers.last_link()
    work = client.post(start, {"answer": "yes"})["Location"]
    seen = client.post(work, {**WORK, "occupation": str(about.occupation)})["Location"]
    assert client.get(seen).context["back"] == work
    assert client.get(work).context["back"] == start


def test_month_that_stands_in_is_never_signed(anna, about) -> None:
    asked = helpers.ask(anna, about)
    with pytest.raises(actions.Incomplete):
        helpers.sign(asked)
    assert not Reference.objects.exists()


def test_confirmed_months_count_from_then_on(anna, about) -> None:
    asked = helpers.ask(anna, about)
    helpers.answer(asked)
    months = {"first": "2009-03", "last": "2012-11", "occupation": about.occupation.slug}
    actions.save_draft(by=None, request=asked, step="work", **months)
    ReferenceRequest.objects.filter(pk=asked.pk).update(confirmed_at=asked.created_at)
    reference = actions.issue(by=None, request=asked).reference
    assert said_in(reference)["station"] == {"kind": "job", "first": "2009-03", "last": "2012-11"}
    actions.release(by=anna, reference=reference)
    assert Confirmation.objects.get().first == date(2009, 3, 1)
    anna.profile.refresh_from_db()
    assert (anna.profile.vouched_months, anna.profile.declared_months) == (45, 0)
