"""A firm writes for somebody who is not here yet; the person reads first and decides. As pages, in English."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from network.profiles.models import Profile
from references.inviting import actions, taking
from references.models import Reference, ReferenceRequest, StopList, WorkerInvitation
from references.payload import said_in
from tests import factories
from tests.accounts.helpers import give_app
from tests.references import helpers, inviting
from tests.references.inviting import SAMIRA

State = WorkerInvitation.State


@pytest.fixture
def chef(client, monika):
    """Monika's browser, with the app that admins need."""
    give_app(monika)
    client.force_login(monika)
    return client


@pytest.fixture
def said(elektro, statements):
    return inviting.words(elektro)


@pytest.fixture
def invitation(monika, brandt, said):
    return inviting.invite(monika, brandt, said)


@pytest.fixture
def samira(db):
    return factories.make_user(SAMIRA)


def take(client, invitation, **answers):
    return client.post(reverse("references:invited_take", args=[invitation.public_id]), answers, follow=True)


def write(chef, brandt, elektro, **who):
    """All pages of the firm, up to the check page."""
    here = f"/employer/{brandt.public_id}/inviting/new/who/"
    page = chef.post(
        here, {"name": "Samira Keller", "email": SAMIRA, "message": "Danke für alles!", **who}, follow=True
    )
    steps = {
        "work": {"first_month": "9", "first_year": "2019", "still": "on", "occupation": str(elektro)},
        "seen": {"statements": ["craft.test-0"], "text": "Hat immer abgeschlossen.", "again": "on"},
        "you": {"name": "Monika Brandt", "role": "Meisterin", "relation": "superior"},
    }
    for step, answers in steps.items():
        at = page.redirect_chain[-1][0]
        assert at.endswith(f"/{step}/"), (at, page.content.decode())
        page = chef.post(at, answers, follow=True)
    return page


def test_member_writes_and_the_invited_person_takes_over(chef, boss, brandt, elektro, statements, outbox):
    page = write(chef, brandt, elektro)
    text = page.content.decode()
    for words in (
        "Samira Keller",
        "Elektro Brandt, Fürth",
        "September 2019",
        "Sentence 0.",
        "Hat immer abgeschlossen.",
        "Meisterin",
    ):
        assert words in text.replace("\xa0", " ")
    assert not WorkerInvitation.objects.exists(), "nothing is stored before somebody stands for it"
    assert not outbox
    shown = page.context["form"]["shown"].value()
    done = chef.post(page.redirect_chain[-1][0], {"shown": shown}, follow=True)
    assert "It is on its way" in done.content.decode()
    (letter,) = outbox
    assert letter.to == [SAMIRA]
    assert "Monika Brandt" in letter.body
    assert "Danke für alles!" in letter.body
    assert "abgeschlossen" not in letter.body, "the words wait here, not in the mail"

    link = f"/i/{inviting.token()}/"
    page = boss.get(link).content.decode()
    for words in ("Hat immer abgeschlossen.", "Sentence 0.", "Would hire again.", "Not signed yet", "Samira Keller"):
        assert words in page
    page = boss.post(link, {"answer": "take"}, follow=True).content.decode()
    assert SAMIRA in page
    (sign_up,) = re.findall(r'href="(/account/signup/[^"]+)"', page)
    boss.post(
        sign_up.replace("&amp;", "&"),
        {"email": SAMIRA, "next": re.search(r"next=(.+)", sign_up)[1].replace("%2F", "/")},
    )
    code = re.search(r"^\d{6}$", outbox[-1].body, re.MULTILINE)[0]
    page = boss.post("/account/email/confirm/", {"code": code}, follow=True)
    assert page.redirect_chain[-1][0].endswith("/take/"), page.redirect_chain
    assert page.context["form"]["name"].value() == "Samira Keller"
    page = boss.post(page.redirect_chain[-1][0], {"name": "Samira Keller"}, follow=True)
    reference = Reference.objects.get()
    assert page.redirect_chain[-1][0] == f"/me/references/{reference.public_id}/"
    assert "Show it on my page" in page.content.decode()
    assert not reference.shown


def test_signature_is_that_of_the_member_at_the_moment_of_approval(monika, brandt, invitation, samira):
    reference = taking.take_over(by=samira, invitation=invitation, name="Samira Keller")
    payload = said_in(reference)
    assert payload["checked"]["how"] == "member"
    assert payload["checked"]["at"][:16] == invitation.approved_at.isoformat()[:16]
    assert (reference.level, payload["level"]) == (4, 4)
    assert payload["worker"]["name"] == "Samira Keller"
    assert payload["station"] == {"kind": "job", "first": "2019-09", "last": None}
    assert reference.request.channel == ReferenceRequest.Channel.FIRM
    assert (reference.referee_user, reference.begun_by_firm) == (monika, True)
    station = samira.profile.stations.get()
    assert (station.employer, station.start.isoformat()[:7], station.end) == (brandt, "2019-09", None)
    assert samira.profile.visibility == Profile.Visibility.OFF


def test_level_follows_the_relation(brandt, monika, elektro, statements, samira):
    invitation = inviting.invite(monika, brandt, inviting.words(elektro, relation="colleague"))
    assert taking.take_over(by=samira, invitation=invitation, name="S").level == 1


def test_admin_who_is_no_referee_may_stand_for_it(brandt, elektro, statements, samira):
    admin = factories.make_user("admin@brandt-elektro.example")
    factories.make_member(brandt, admin, "Ada Brandt", is_admin=True)
    invitation = inviting.invite(admin, brandt, inviting.words(elektro))
    assert taking.take_over(by=samira, invitation=invitation, name="S").level == 4


def test_own_station_can_be_chosen_and_nothing_else(client, anna, monika, brandt, talheim, said):
    invitation = inviting.invite(monika, brandt, said, email=anna.email)
    here = helpers.make_station(anna, brandt)
    elsewhere = helpers.make_station(anna, talheim)
    client.force_login(anna)
    page = take(client, invitation, station=str(elsewhere.pk))
    assert "There is a problem" in page.content.decode()
    assert not Reference.objects.exists()
    take(client, invitation, station=str(here.pk))
    assert Reference.objects.get().station == here
    assert anna.profile.stations.count() == 2


def test_new_station_where_none_fits(client, anna, monika, brandt, said):
    helpers.make_station(anna, brandt)
    invitation = inviting.invite(monika, brandt, said, email=anna.email)
    client.force_login(anna)
    take(client, invitation, station="new")
    assert Reference.objects.get().station.start.isoformat() == "2019-09-01"


def test_two_clicks_on_take_over_make_one_reference(client, anna, monika, brandt, said):
    invitation = inviting.invite(monika, brandt, said, email=anna.email)
    client.force_login(anna)
    take(client, invitation)
    second = take(client, invitation)
    assert Reference.objects.count() == 1
    assert "You have taken it over" in second.content.decode()


def test_person_with_an_account_finds_it_waiting(client, anna, monika, brandt, said):
    inviting.invite(monika, brandt, said, email=anna.email)
    client.force_login(anna)
    for address in ("/me/references/", reverse("home:me")):
        assert "Elektro Brandt wants to vouch for you" in client.get(address).content.decode(), address


def test_account_without_a_page_finds_it_too(client, samira, invitation):
    client.force_login(samira)
    assert "Elektro Brandt wants to vouch for you" in client.get(reverse("home:me")).content.decode()


def test_other_mailbox_cannot_take_it(client, fremder, invitation):
    client.force_login(fremder)
    for name in ("invited_own", "invited_take"):
        for method in (client.get, client.post):
            assert method(reverse(f"references:{name}", args=[invitation.public_id])).status_code == 404
    page = client.get(f"/i/{inviting.token()}/sign-in/").content.decode()
    assert "signed in with another address" in page
    with pytest.raises(Exception, match=r"^$") as refused:
        taking.take_over(by=fremder, invitation=invitation)
    assert refused.typename == "PermissionDenied"


def test_no_is_final_for_a_year_and_the_firm_cannot_tell(boss, monika, brandt, said, invitation, outbox):
    boss.post(f"/i/{inviting.token()}/", {"answer": "no"})
    invitation.refresh_from_db()
    assert (invitation.state, invitation.name, invitation.email, invitation.draft) == (State.DECLINED, "", "", {})
    WorkerInvitation.objects.update(created_at=timezone.now() - timedelta(days=40))
    outbox.clear()
    again = inviting.invite(monika, brandt, said)
    assert (again.state, outbox) == (State.DECLINED, [])


def test_never_again_holds_for_every_firm(boss, rita, talheim, invitation, outbox):
    boss.post(f"/i/{inviting.token()}/", {"answer": "never"})
    assert StopList.objects.count() == 1
    talheim.memberships.update(is_referee=True)
    outbox.clear()
    other = inviting.invite(rita, talheim, email="Samira+neu@post.example")
    assert (other.state, other.email, outbox) == (State.OBJECTED, "", [])


def test_opening_changes_nothing(boss, invitation):
    from tests.tables import dump

    before, token = dump(), inviting.token()
    for method in (boss.get, boss.head):
        for address in (f"/i/{token}/", f"/i/{token}/sign-in/"):
            assert method(address).status_code == 200
    assert dump() == before


def test_altered_link_leads_nowhere(boss, invitation):
    assert boss.get("/i/nothing/").status_code == 404


def test_every_end_reads_the_same_to_who_holds_only_the_link(boss, monika, brandt, said, elektro):
    pages = set()
    ends = [
        lambda one: actions.take_back(by=monika, employer=brandt, email="w0@post.example"),
        lambda one: boss.post(f"/i/{inviting.token('w1@post.example')}/", {"answer": "no"}),
        lambda one: taking.take_over(by=factories.make_user("w2@post.example"), invitation=one, name="W"),
        actions.mark_bounced,
        lambda one: WorkerInvitation.objects.filter(pk=one.pk).update(expires_at=timezone.now()),
    ]
    for at, end in enumerate(ends):
        email = f"w{at}@post.example"
        one = inviting.invite(monika, brandt, said, email=email)
        token = inviting.token(email)
        end(one)
        page = boss.get(f"/i/{token}/")
        pages.add(re.sub(r'value="\w{64}"', "", page.content.decode().replace(token, "")))
    assert len(pages) == 1


def test_old_link_offers_a_new_one(boss, invitation, outbox):
    old = inviting.token()
    invitation.links.update(expires_at=timezone.now() - timedelta(days=1))
    assert "This link is too old" in boss.get(f"/i/{old}/").content.decode()
    boss.post(f"/i/{old}/new-link/")
    assert inviting.token() != old
    assert "Hat immer abgeschlossen." in boss.get(f"/i/{inviting.token()}/").content.decode()


def test_bounced_mail_ends_it_and_the_firm_sees_nothing_new(chef, brandt, invitation):
    from django.core.management import call_command

    here = f"/employer/{brandt.public_id}/inviting/"
    before = plain(chef.get(here))
    call_command("report_bounce", SAMIRA)
    invitation.refresh_from_db()
    assert (invitation.state, invitation.email) == (State.BOUNCED, "")
    assert plain(chef.get(here)) == before


def test_pages_of_the_invited_person_ask_little(client, anna, monika, brandt, said, django_assert_max_num_queries):
    """30 own stations there, or one."""
    invitation = inviting.invite(monika, brandt, said, email=anna.email)
    client.force_login(anna)
    client.get("/account/")  # a session begins
    for count in (1, 29):
        for _station in range(count):
            helpers.make_station(anna, brandt)
        for name in ("invited_own", "invited_take"):
            with django_assert_max_num_queries(8):
                assert client.get(reverse(f"references:{name}", args=[invitation.public_id])).status_code == 200


def plain(answer) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())
