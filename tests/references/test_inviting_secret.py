"""No employer can see who joined (law 3): every page of the firm is the same to the byte, before and after, whatever was answered."""

import io
import json
import re
import zipfile
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts import actions as accounts
from accounts import exporting
from network.profiles import actions as profiles
from network.profiles.models import Audience
from references import actions
from references.inviting import actions as inviting_actions
from references.inviting import answering, taking
from references.models import LedgerEntry, Reference, WorkerInvitation
from tests import factories
from tests.accounts.helpers import give_app
from tests.references import helpers, inviting
from tests.references.inviting import SAMIRA


@pytest.fixture
def colleague(brandt):
    """Another admin of the firm: who wrote the words must not learn more than anybody else there, nor less."""
    user = factories.make_user("ada@brandt-elektro.example")
    factories.make_member(brandt, user, "Ada Brandt", is_admin=True)
    return user


@pytest.fixture
def firm(monika, colleague):
    """The browsers of both."""
    browsers = []
    for user in (monika, colleague):
        give_app(user)
        browsers.append(Client(headers={"accept-language": "en"}))
        browsers[-1].force_login(user)
    return browsers


@pytest.fixture
def said(elektro, statements):
    return inviting.words(elektro)


@pytest.fixture
def samira(db):
    return factories.make_user(SAMIRA)


def look(firm, brandt, *others: str) -> list[str]:
    """All that the firm's people can open, and try: pages, and what typing the address again says."""
    here = f"/employer/{brandt.public_id}"
    pages = ["/me/", f"{here}/", f"{here}/inviting/", f"{here}/references/", f"/e/{brandt.public_id}/", *others]
    seen = []
    for browser in firm:
        seen += [plain(browser.get(page)) for page in pages]
        seen.append(plain(browser.post(f"{here}/inviting/new/who/", {"name": "S", "email": SAMIRA}, follow=True)))
        seen.append(plain(browser.post(f"{here}/inviting/team/", {"rows": f"S;{SAMIRA}"}, follow=True)))
    return seen


def plain(answer) -> str:
    assert answer.status_code in (200, 404)
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())


def exported(user) -> str:
    with zipfile.ZipFile(io.BytesIO(b"".join(exporting.archive(user, "en")))) as box:
        found = json.loads(box.read("rooms/references.json"))
    return json.dumps(found, default=str)


def join(invitation, samira):
    return taking.take_over(by=samira, invitation=invitation, name="Samira Keller")


def refuse(invitation, samira):
    answering.decline(by=None, invitation=invitation)


def object_to(invitation, samira):
    answering.object_to(by=None, invitation=invitation)


def join_and_keep(invitation, samira):
    actions.hide(by=samira, reference=join(invitation, samira))


def join_and_leave(invitation, samira):
    join(invitation, samira)
    accounts.close(by=samira)


def join_show_and_hide_from_the_firm(invitation, samira):
    """Everybody else reads it, this firm does not (law 4)."""
    reference = join(invitation, samira)
    profile = samira.profile
    profiles.block(by=samira, profile=profile, employer=invitation.employer)
    profiles.choose_visibility(by=samira, profile=profile, visibility="everyone")
    actions.release(by=samira, reference=reference)


def join_and_show_by_link(invitation, samira):
    reference = join(invitation, samira)
    actions.release(by=samira, reference=reference)
    key = {reference.key_of_item: Audience.NOBODY}
    actions.show_to(by=samira, profile=samira.profile, audiences=key)
    profiles.choose_visibility(by=samira, profile=samira.profile, visibility="everyone")


def join_and_drop_the_station(invitation, samira):
    """The request goes with the station; that the firm began it must not be forgotten."""
    profiles.remove_station(by=samira, station=join(invitation, samira).station)


ANSWERS = [
    *(join, refuse, object_to, join_and_keep, join_and_leave, join_show_and_hide_from_the_firm, join_and_show_by_link),
    join_and_drop_the_station,
]


@pytest.mark.parametrize("answer", ANSWERS)
def test_firm_sees_the_same_before_and_after(firm, brandt, monika, said, samira, outbox, answer):
    invitation = inviting.invite(monika, brandt, said)
    before, mails = look(firm, brandt), len(outbox)
    exports = [exported(monika)]
    answer(invitation, samira)
    assert look(firm, brandt) == before
    assert [exported(monika)] == exports
    assert [each.to for each in outbox[mails:] if "brandt" in str(each.to)] == []


def test_what_the_worker_shows_to_the_firm_is_read_there(firm, brandt, monika, said, samira):
    """Otherwise the test above proves nothing."""
    reference = join(inviting.invite(monika, brandt, said), samira)
    profiles.choose_visibility(by=samira, profile=samira.profile, visibility="everyone")
    here = f"/employer/{brandt.public_id}/references/"
    assert "Samira" not in firm[0].get(here).content.decode()
    actions.release(by=samira, reference=reference)
    for browser in firm:
        assert "Monika Brandt about Samira Keller" in browser.get(here).content.decode()


def test_time_of_other_signatures_still_stands_there(firm, brandt, anna, statements):
    """What a worker asked for herself is listed at once: the firm answers for it."""
    helpers.reference_for(anna, brandt)
    assert "Monika Brandt" in firm[1].get(f"/employer/{brandt.public_id}/references/").content.decode()


def test_key_of_the_firm_is_there_before_the_first_signature(monika, brandt, said, samira):
    """A key that appears with the first signature would tell when it was."""
    from references.models import SigningKey

    invitation = inviting.invite(monika, brandt, said)
    before = list(SigningKey.objects.values())
    join(invitation, samira)
    assert list(SigningKey.objects.values()) == before


def test_stopped_mailbox_looks_like_any_other(firm, brandt, monika, outbox):
    """What is said to the firm about two addresses, one of which does not want to be asked."""
    from references.actions.answering import stop

    stop("stille@post.example")
    here = f"/employer/{brandt.public_id}/inviting/"
    answers = []
    for email in ("laute@post.example", "stille@post.example"):
        checked = firm[0].post(f"{here}team/", {"rows": f"Kim Klein;{email}"})
        sent = firm[0].post(f"{here}team/", {"rows": f"Kim Klein;{email}", "send": "1"})
        listed = plain(firm[0].get(here))
        back = firm[0].post(f"{here}take-back/", {"email": email})
        answers.append((plain(checked).replace(email, ""), sent.url, listed.count("Sent on"), back.url))
    assert answers[0][:2] + answers[0][3:] == answers[1][:2] + answers[1][3:]
    assert [answers[0][2], answers[1][2]] == [1, 2]
    assert [letter.to for letter in outbox] == [["laute@post.example"]]


@pytest.mark.parametrize("answer", [None, join, refuse, object_to])
def test_taking_back_is_always_offered_and_always_says_the_same(firm, brandt, monika, said, samira, answer):
    if answer:
        answer(inviting.invite(monika, brandt, said), samira)
    here = f"/employer/{brandt.public_id}/inviting/take-back/"
    page = firm[1].post(here, {"email": SAMIRA}, follow=True)
    assert page.redirect_chain == [(f"/employer/{brandt.public_id}/inviting/?back", 302)]
    assert "If something from you waited at this address" in page.content.decode()
    unknown = firm[1].post(here, {"email": "niemand@post.example"}, follow=True)
    assert plain(unknown) == plain(page)


def test_what_was_signed_is_withdrawn_with_it(monika, brandt, said, samira, outbox):
    reference = join(inviting.invite(monika, brandt, said), samira)
    inviting_actions.take_back(by=monika, employer=brandt, email=SAMIRA)
    assert Reference.objects.valid().count() == 0
    assert [each.to for each in outbox][-1] == [SAMIRA]
    assert list(LedgerEntry.objects.filter(subject=reference.public_id).values_list("kind", flat=True)) == [
        "issued",
        "withdrawn",
    ]


def test_taken_back_can_be_written_again(monika, brandt, said):
    inviting.invite(monika, brandt, said)
    inviting_actions.take_back(by=monika, employer=brandt, email=SAMIRA)
    assert inviting.invite(monika, brandt, said).state == "open"


@pytest.mark.parametrize("answer", [join, refuse])
def test_again_after_thirty_days_whatever_was_answered(firm, brandt, monika, said, samira, answer):
    answer(inviting.invite(monika, brandt, said), samira)
    rows = f"S K;{SAMIRA}"
    here = f"/employer/{brandt.public_id}/inviting/team/"
    assert "You have invited this address on" in firm[0].post(here, {"rows": rows}).content.decode()
    WorkerInvitation.objects.update(created_at=timezone.now() - timedelta(days=31))
    assert "Invite 1 person?" in firm[0].post(here, {"rows": rows}).content.decode()


def test_worker_who_hides_from_the_firm_may_take_it_over(monika, brandt, said, samira):
    """Law 4 hides her from the firm; what she takes over she takes herself, and the firm does not see it."""
    profile = profiles.start(by=samira)
    profiles.block(by=samira, profile=profile, employer=brandt)
    assert join(inviting.invite(monika, brandt, said), samira).level == 4
    assert profile.blocks.count() == 1


@pytest.mark.parametrize("count", [1, 30])
def test_pages_ask_the_same_whatever_their_length(firm, brandt, monika, said, django_assert_max_num_queries, count):
    for at in range(count):
        inviting.invite(monika, brandt, said, email=f"w{at}@post.example")
    firm[0].get("/account/")  # a session begins
    for address in (f"/employer/{brandt.public_id}/inviting/", f"/employer/{brandt.public_id}/"):
        with django_assert_max_num_queries(8):
            assert firm[0].get(address).status_code == 200


@pytest.mark.parametrize("count", [1, 30])
def test_pages_of_the_worker_ask_the_same(client, anna, said, fuerth, django_assert_max_num_queries, count):
    for at in range(count):
        employer = factories.make_employer(f"Firma {at}", fuerth)
        boss = factories.make_user()
        factories.make_member(employer, boss, "Chefin", is_referee=True)
        WorkerInvitation.objects.all().update(created_at=timezone.now() - timedelta(days=31))
        inviting.invite(boss, employer, said, email=anna.email)
    WorkerInvitation.objects.all().update(created_at=timezone.now())
    client.force_login(anna)
    client.get("/account/")  # a session begins
    with django_assert_max_num_queries(8):
        page = client.get("/me/references/").content.decode()
    assert page.count("wants to vouch for you") == count
    with django_assert_max_num_queries(11):
        assert client.get(reverse("home:me")).content.decode().count("wants to vouch for you") == count
