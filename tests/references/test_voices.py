"""Voices: asked, answered in three steps, read first by the worker, shown apart from references, taken back whole."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from accounts import actions as accounts
from accounts.models import SpokenCode
from network.employers.viewer import STRANGER
from network.profiles import actions as profiles
from network.profiles.models import Block
from references import registers
from references.closing import Closed
from references.models import LedgerEntry, Refusal, StopList, Voice, VoiceLink
from references.said import asking
from references.voices import actions, answering, ending, entering
from references.voices.about import About
from tests import factories
from tests.references import helpers, voices
from tests.tables import dump

pytestmark = pytest.mark.django_db
BOX = voices.BOX


@pytest.fixture(autouse=True)
def _sentences(db):
    voices.make_statements()


@pytest.fixture
def about(anna):
    return voices.at(voices.station_of(anna))


@pytest.fixture
def work(anna):
    return voices.of_work(anna)


@pytest.fixture
def voice(about):
    return voices.asked(about)


@pytest.fixture
def token(voice):
    return voices.mailed()


def text(response) -> str:
    return response.content.decode()


YOU = {"name": "Jasmin Köhler", "shown": "initial", "first_0": "1", "first_1": "2014", "last_0": "12", "last_1": "2019"}


def you(client, address: str, **changes) -> dict[str, str]:
    """What the first page sends, with the names its months have."""
    page = text(client.get(address))
    months = {
        "first": ("1", "2014"),
        "last": ("12", "2019"),
        **{k: v for k, v in changes.items() if k in ("first", "last")},
    }
    said = {"name": "Jasmin Köhler", "shown": "initial"}
    for name, (month, year) in months.items():
        assert f'name="{name}_month"' in page
        said |= {f"{name}_month": month, f"{name}_year": year}
    return said | {k: v for k, v in changes.items() if k not in ("first", "last")}


def code_in(outbox) -> str:
    return next(part.strip() for part in outbox[-1].body.split("\n\n") if part.strip().isdecimal())


# -- the way of a colleague


def test_colleague_speaks_in_three_steps_and_a_code(client, boss, anna, about, token, outbox):
    here = f"/voice/{token}/"
    first = text(boss.get(here))
    assert "Anna G. says:" in first
    assert "Elektro Alt, Fürth" in first
    assert "September 2013 to June 2020" in first.replace("\xa0", " ")
    assert boss.post(here, you(boss, here)).url == f"{here}seen/"
    page = text(boss.get(f"{here}seen/"))
    assert "colleague sentence 0." in page
    assert "customer sentence" not in page
    picks = ["people.colleague-1", "people.colleague-3"]
    assert boss.post(f"{here}seen/", {"statements": picks}).url == f"{here}check/"
    check = boss.get(f"{here}check/")
    assert "Colleague, mailbox confirmed by code" in text(check)
    assert boss.post(f"{here}check/", {"seen": check.context["form"]["seen"].value()}).url == f"{here}code/?sent"
    done = boss.post(f"{here}code/", {"code": code_in(outbox)}, follow=True)
    assert "Thank you. You have confirmed it." in text(done)
    voice = Voice.objects.get()
    assert (voice.state, voice.name, voice.how, voice.level) == ("answered", "Jasmin K.", "code", 1)
    assert (voice.first, voice.last, voice.statements) == (date(2014, 1, 1), date(2019, 12, 1), picks)
    assert (voice.email, voice.draft, voice.shown) == ("", {}, False)
    assert not LedgerEntry.objects.exists()
    client.force_login(anna)
    assert "Read what Jasmin K. confirms" in text(client.get("/me/"))


def test_customer_speaks_by_the_link_alone_about_one_work(boss, work, outbox):
    voices.asked(work, voices.CUSTOMER_BOX, "Dirk Wolf")
    here = f"/voice/{voices.mailed(voices.CUSTOMER_BOX)}/"
    page = text(boss.get(here))
    assert "Zählerschrank" in page
    assert "first_month" not in page
    boss.post(here, {"name": "Dirk Wolf", "shown": "full"})
    assert "colleague sentence" not in text(boss.get(f"{here}seen/"))
    boss.post(f"{here}seen/", {"statements": ["people.customer-2"]})
    seal = boss.get(f"{here}check/").context["form"]["seen"].value()
    assert "Thank you" in text(boss.post(f"{here}check/", {"seen": seal}, follow=True))
    voice = Voice.objects.get()
    assert (voice.kind, voice.how, voice.level, voice.name) == ("customer", "link", 1, "Dirk Wolf")
    assert voice.context == {"title": "Zählerschrank", "month": "2026-05"}


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": ""}, "Enter your name"),
        ({"name": "Sieh https://evil.example"}, "without web or mail address"),
        ({"first": ("", "")}, "Enter the first month and year"),
        ({"first": ("8", "2013")}, "Enter a month within that time"),
        ({"last": ("7", "2020")}, "Enter a month within that time"),
        ({"first": ("5", "2018"), "last": ("4", "2018")}, "lies before the first one"),
    ],
)
def test_what_is_wrong_is_said_at_the_field(boss, token, changes, words):
    here = f"/voice/{token}/"
    assert words in text(boss.post(here, you(boss, here, **changes)))
    assert Voice.objects.get().draft == {}


@pytest.mark.parametrize(
    ("picks", "words"),
    [
        ([], "Tick at least one sentence"),
        ([f"people.colleague-{n}" for n in range(6)], "at most 5 sentences. You have ticked 6"),
        (["people.customer-0"], "valid choice"),
        (["craft.test-0"], "valid choice"),
    ],
)
def test_five_sentences_of_the_own_set_at_most(boss, token, picks, words):
    here = f"/voice/{token}/"
    boss.post(here, you(boss, here))
    assert words in text(boss.post(f"{here}seen/", {"statements": picks})).replace("not one of the available", "valid")


def test_steps_come_in_order(boss, token):
    for later in ("seen", "check", "code", "mailbox"):
        page = boss.get(f"/voice/{token}/{later}/", follow=True)
        assert "Step 1 of 3" in text(page)


def test_two_tabs_confirm_only_what_both_have_read(boss, voice, token, outbox):
    seal = voices.answer(voice)
    voices.answer(voice, statements=("people.colleague-5",))
    page = boss.post(f"/voice/{token}/check/", {"seen": seal}, follow=True)
    assert "Something here has changed" in text(page)
    with pytest.raises(answering.Changed):
        answering.confirm(by=None, voice=voice, token=token, seen=seal, by_code=True)


def test_words_of_another_browser_are_not_confirmed_by_this_code(boss, voice, token, outbox):
    """Somebody has the forwarded link, and changes the words while the colleague types the digits."""
    seal = voices.answer(voice)
    boss.post(f"/voice/{token}/check/", {"seen": seal})
    voices.answer(voice, statements=("people.colleague-5",))
    page = boss.post(f"/voice/{token}/code/", {"code": code_in(outbox)}, follow=True)
    assert "Something here has changed" in text(page)
    assert Voice.objects.get().state == "open"


def test_link_without_the_code_confirms_nothing(boss, voice, token):
    seal = voices.answer(voice)
    with pytest.raises(PermissionDenied):
        answering.confirm(by=None, voice=voice, token=token, seen=seal)
    assert boss.post(f"/voice/{token}/code/", {"code": "123456"}).url == f"/voice/{token}/check/"


def test_second_click_finds_it_confirmed(boss, voice, token):
    voices.confirm(voice)
    with pytest.raises(Closed):
        voices.confirm(voice)
    for step in ("", "seen/", "check/", "code/"):
        assert "You have confirmed it" in text(boss.post(f"/voice/{token}/{step}", {}, follow=True))


# -- how it is known who speaks


def test_colleague_with_a_confirmed_time_there_stands_on_the_second_rung(anna, brandt, elektro, fuerth):
    kollege = factories.make_user("kollege@example.org")
    factories.make_profile(kollege, elektro, fuerth, name="Kai Kollege")
    about = voices.at(voices.station_of(anna, brandt))
    alone = voices.shown(about, kollege.email, kollege, by_code=False)
    assert (alone.level, alone.how, alone.user) == (1, "account", kollege)
    theirs = factories.make_station(kollege.profile, brandt, start=date(2015, 1, 1), end=date(2016, 1, 1))
    said = {"level": 3, "first": theirs.start, "last": theirs.end, "on": theirs.end}
    profiles.confirm_station(station=theirs, source="reference:x", **said)
    ending.withdraw(voice=alone)
    by_code = voices.shown(about, kollege.email)
    assert (by_code.level, by_code.how, by_code.user) == (2, "code", kollege)
    ending.withdraw(voice=by_code)
    stranger = voices.shown(about, "other@example.org")
    assert (stranger.level, stranger.user) == (1, None)


def test_forwarded_link_does_not_lend_an_account(anna, about, voice, token, fremder):
    """Signed in as somebody else, the mailbox that was asked still has to be shown."""
    seal = voices.answer(voice)
    with pytest.raises(PermissionDenied):
        answering.confirm(by=fremder, voice=voice, token=token, seen=seal)


def test_customer_never_gets_above_the_first_rung(work, fremder):
    voice = voices.shown(work, fremder.email, fremder, by_code=False)
    assert (voice.level, voice.how) == (1, "account")


# -- the worker's own side


def test_worker_cannot_speak_for_herself(client, anna, about, voice, token):
    client.force_login(anna)
    for step in ("", "seen/", "check/", "code/", "no/"):
        assert "This link is for who was there with you" in text(client.get(f"/voice/{token}/{step}"))
    with pytest.raises(PermissionDenied):
        voices.confirm(voice, by=anna)
    code = actions.show_digits(by=anna, about=about)
    assert "your own digits" in text(client.post("/voice/", {"code": code}))
    for address in ("anna@example.org", "Anna+x@example.org"):
        with pytest.raises(ValidationError, match="your own address"):
            voices.asked(about, address)


def test_mailbox_that_became_the_workers_own_confirms_nothing(anna, voice):
    anna.emailaddress_set.create(email="Jasmin+neu@team.example".lower(), verified=True)
    with pytest.raises(PermissionDenied):
        voices.confirm(voice)


def test_one_mailbox_is_asked_once_and_not_again_after_it_has_spoken(anna, about, voice):
    with pytest.raises(ValidationError, match="asked there already"):
        voices.asked(about, "jasmin+2@team.example")
    voices.confirm(voice)
    with pytest.raises(ValidationError, match="confirmed this already"):
        voices.asked(about, "jasmin+2@team.example")


def test_not_more_than_three_open_and_ten_a_day(anna, about, work):
    voices.asked(about)
    voices.asked(voices.at(voices.station_of(anna, name="B")))
    voices.asked(work)
    with pytest.raises(ValidationError, match="still open"):
        voices.asked(voices.at(voices.station_of(anna, name="C")))
    for number in range(7):
        voices.asked(about, f"{number}@x.example")
    with pytest.raises(ValidationError, match="10 times within a day"):
        voices.asked(about, "more@x.example")


def test_no_is_private_and_holds_for_a_year(client, boss, anna, about, voice, token):
    assert "without confirming anything" in text(boss.get(f"/voice/{token}/no/"))
    assert Voice.objects.get().state == "open"
    assert "Thank you for your answer" in text(boss.post(f"/voice/{token}/no/", follow=True))
    assert (Voice.objects.get().state, Voice.objects.get().email) == ("declined", "")
    assert Refusal.objects.count() == 1
    with pytest.raises(ValidationError, match="holds for a year"):
        voices.asked(about)
    with pytest.raises(ValidationError, match="holds for a year"):
        helpers.ask(anna, about.station, BOX)
    client.force_login(anna)
    assert "That says nothing about you" in text(client.get(f"/me/voice/{voice.public_id}/"))


def test_who_objects_is_asked_by_nobody(boss, about, token):
    boss.post(f"/voice/{token}/never/")
    assert StopList.objects.count() == 1
    assert Voice.objects.get().name == ""
    with pytest.raises(ValidationError, match="does not want requests"):
        voices.asked(about, "jasmin+x@team.example")


def test_reminds_once_and_not_on_the_same_day(client, anna, voice, outbox):
    client.force_login(anna)
    here = f"/me/voice/{voice.public_id}/"
    assert "once more" not in text(client.get(here))
    client.post(f"{here}remind/")
    assert len(outbox) == 1
    Voice.objects.update(created_at=timezone.now() - timedelta(days=2))
    for _click in range(2):
        client.post(f"{here}remind/")
    assert len(outbox) == 2
    assert "asks once more" in outbox[-1].subject
    assert "and once more on" in text(client.get(here))
    assert Client().get(f"/voice/{voices.mailed()}/").status_code == 200


def test_worker_takes_a_question_back(client, boss, anna, voice, token):
    client.force_login(anna)
    here = f"/me/voice/{voice.public_id}/"
    assert "Take the question back?" in text(client.get(f"{here}take-back/"))
    for _click in range(2):
        assert client.post(f"{here}take-back/").url == here
    assert "You took it back." in text(client.get(here))
    assert "This question was taken back" in text(boss.get(f"/voice/{token}/"))


def test_bounced_mail_is_told_to_the_worker(client, anna, voice, capsys):
    call_command("report_bounce", BOX.upper())
    client.force_login(anna)
    assert "did not arrive" in text(client.get(f"/me/voice/{voice.public_id}/"))


def test_care_asks_no_customer(client, anna, pflege, fuerth):
    page = factories.make_profile(None, pflege, fuerth)
    sample = voices.of_work(page.user, kind="case")
    client.force_login(page.user)
    here = f"/me/voices/sample/{sample.pk}/"
    assert "whose patient somebody is" in text(client.get(here))
    assert client.get(f"{here}ask/").url == here
    with pytest.raises(actions.NotReady):
        voices.asked(sample)


def test_worker_without_a_name_or_with_typed_answers_is_told_first(client, anna, about):
    client.force_login(anna)
    here = f"/me/voices/station/{about.pk}/"
    type(anna.profile).objects.update(name="")
    assert "Enter your name first" in text(client.get(here))
    assert client.get(f"{here}ask/").url == client.post(f"{here}room/").url == here


def test_tries_to_ask_and_to_show_digits_are_limited(client, anna, about):
    client.force_login(anna)
    for way in ("ask", "room"):
        address = f"/me/voices/station/{about.pk}/{way}/"
        assert {client.post(address).status_code for _try in range(30)} == {200}
        assert client.post(address).status_code == 429


@pytest.mark.parametrize("who", ["fremder", "rita"])
def test_strangers_find_nothing(client, request, anna, about, work, voice, who):
    voices.confirm(voice)
    client.force_login(request.getfixturevalue(who))
    page = factories.make_profile(request.getfixturevalue(who), about.station.occupation, anna.profile.place)
    assert page
    for address in (
        f"/me/voices/station/{about.pk}/",
        f"/me/voices/instead/{about.pk}/ask/",
        f"/me/voices/sample/{work.pk}/room/",
        f"/me/voice/{voice.public_id}/",
        f"/me/voice/{voice.public_id}/take-back/",
        f"/me/said/{voice.public_id}/",
        f"/voice/{voice.public_id}/how/",
    ):
        assert client.get(address).status_code == 404
    for act in ("decide", "remind"):
        assert client.post(f"/me/voice/{voice.public_id}/{act}/").status_code == 404
    assert "Jasmin" not in text(client.get("/me/voices/"))
    with pytest.raises(PermissionDenied):
        actions.release(by=request.getfixturevalue(who), voice=voice)
    assert not Voice.objects.get().shown


def test_unknown_things_cannot_be_asked_about(client, anna):
    family = factories.make_station(anna.profile, kind="family")
    client.force_login(anna)
    for word, pk in (("nothing", family.pk), ("station", family.pk), ("sample", 0), ("station", 0)):
        assert client.get(f"/me/voices/{word}/{pk}/").status_code == 404
    with pytest.raises(actions.NotReady):
        voices.asked(About(anna.profile, station=family))


# -- in the same room


def test_digits_lead_to_the_same_questions_and_stay_on_the_first_rung(client, boss, anna, about):
    client.force_login(anna)
    page = client.post(f"/me/voices/station/{about.pk}/room/")
    digits = page.context["digits"]
    assert "<svg" in text(page)
    here = boss.post("/voice/", {"code": digits}).url
    boss.post(here, you(boss, here))
    boss.post(f"{here}seen/", {"statements": ["people.colleague-0"]})
    check = boss.get(f"{here}check/")
    assert "said in person, not checked further" in text(check)
    done = boss.post(f"{here}check/", {"seen": check.context["form"]["seen"].value()})
    assert done.url.startswith("/voice/own/")
    assert "Keep this link" in text(boss.get(done.url))
    assert (Voice.objects.get().how, Voice.objects.get().level) == ("room", 1)
    assert "These are not the digits" in text(boss.post("/voice/", {"code": digits}))


def test_digits_of_blocked_firms_look_wrong_and_are_not_spent(client, anna, about, talheim, rita):
    Block.objects.create(profile=anna.profile, employer=talheim)
    code = actions.show_digits(by=anna, about=about)
    client.force_login(rita)
    assert "These are not the digits" in text(client.post("/voice/", {"code": code}))
    assert entering.enter(by=None, viewer=STRANGER, code=code)


def test_digits_tried_too_often_wait(boss, anna, about):
    for _try in range(30):
        assert boss.post("/voice/", {"code": "000000"}).status_code == 200
    assert boss.post("/voice/", {"code": actions.show_digits(by=anna, about=about)}).status_code == 429


# -- on the page


def test_worker_reads_first_and_decides(client, boss, anna, voice):
    voices.confirm(voice)
    here, page = f"/me/voice/{voice.public_id}/", f"/p/{anna.profile.handle}/"
    client.force_login(anna)
    assert "colleague sentence 0." in text(client.get(here))
    assert "Jasmin" not in text(boss.get(page))
    for show, there in (("yes", True), ("yes", True), ("no", False), ("yes", True)):
        client.post(f"{here}decide/", {"show": show})
        assert ("Jasmin" in text(boss.get(page))) is there
    assert "Read what" not in text(client.get("/me/"))


def test_page_keeps_voices_apart_from_references(client, anna, brandt, about, work, statements):
    helpers.reference_for(anna, brandt)
    voices.shown(about)
    voices.shown(work, voices.CUSTOMER_BOX, name="Dirk Wolf")
    page = text(client.get(f"/p/{anna.profile.handle}/"))
    assert "Voices of colleagues" in page
    assert "Voices of customers" in page
    assert "They speak for themselves, not for the firm." in page
    assert "Not signed. Whoever said it can take it back at any time." in page


def test_how_do_we_know_says_all_that_is_known(client, anna, about):
    voice = voices.shown(about)
    page = text(client.get(f"/voice/{voice.public_id}/how/"))
    for words in (
        "Jasmin Köhler", "colleague", "Elektro Alt, Fürth", "Anna G.", "January 2014 to December 2019",
        "A code to the mailbox of whoever spoke was entered correctly.", "they are not signed", "This word stands here.",
    ):  # fmt: skip
        assert words in page.replace("\xa0", " ")


def test_word_about_a_work_that_reads_differently_now_says_so(client, anna, work):
    voice = voices.shown(work, voices.CUSTOMER_BOX)
    type(work.sample).objects.update(title="Ganzes Haus")
    page = text(client.get(f"/voice/{voice.public_id}/how/"))
    assert "The work is described differently today: Ganzes Haus" in page
    assert "Zählerschrank" in page


@pytest.mark.parametrize("what", ["hidden", "taken back", "work hidden", "work for nobody", "page off"])
def test_nobody_reads_what_is_not_shown(client, anna, work, what):
    voice = voices.shown(work, voices.CUSTOMER_BOX)
    if what == "hidden":
        actions.hide(by=anna, voice=voice)
    elif what == "taken back":
        ending.withdraw(voice=voice)
    elif what == "page off":
        profiles.choose_visibility(by=anna, profile=anna.profile, visibility="off")
    else:
        changes = {"shown": False} if what == "work hidden" else {"audience": "nobody"}
        type(work.sample).objects.update(**changes)
    assert client.get(f"/voice/{voice.public_id}/how/").status_code == 404
    assert "Jasmin" not in text(client.get(f"/p/{anna.profile.handle}/"))


def test_voice_about_a_station_for_few_is_for_the_same_few(client, anna, about, rita):
    voice = voices.shown(about)
    type(about.station).objects.filter(pk=about.pk).update(audience="employers")
    for signed_in, status in ((False, 404), (True, 200)):
        if signed_in:
            client.force_login(rita)
        assert client.get(f"/voice/{voice.public_id}/how/").status_code == status
        assert ("Jasmin" in text(client.get(f"/p/{anna.profile.handle}/"))) is signed_in


def test_each_voice_has_readers_of_its_own(client, anna, about, rita, fremder):
    voice = voices.shown(about)
    key = voice.key_of_item
    actions.show_to(by=anna, profile=anna.profile, audiences={key: "employers"})
    assert client.get(f"/voice/{voice.public_id}/how/").status_code == 404
    client.force_login(rita)
    assert client.get(f"/voice/{voice.public_id}/how/").status_code == 200
    with pytest.raises(PermissionDenied):
        actions.show_to(by=fremder, profile=anna.profile, audiences={key: "all"})
    with pytest.raises(PermissionDenied):
        actions.show_to(by=anna, profile=anna.profile, audiences={"voice:unknown": "all"})


def test_firm_she_hides_from_reads_no_voice(client, anna, about, talheim, rita):
    voice = voices.shown(about)
    Block.objects.create(profile=anna.profile, employer=talheim)
    client.force_login(rita)
    assert client.get(f"/voice/{voice.public_id}/how/").status_code == 404
    assert client.get(f"/p/{anna.profile.handle}/").status_code == 404


def test_share_link_opens_what_it_names(client, anna, about):
    voice, other = voices.shown(about), voices.shown(about, "b@x.example", name="Zoe Zwei")
    profiles.choose_visibility(by=anna, profile=anna.profile, visibility="off")
    shared = profiles.share(by=anna, profile=anna.profile, name="x", items=[voice.key_of_item], days=7, once="1")
    page = client.get(f"/s/{shared.token}/")
    assert "Jasmin" in text(page)
    assert "Zoe" not in text(page)
    address = next(part for part in text(page).split('"') if part.startswith(f"/voice/{voice.public_id}/how/"))
    assert client.get(address).status_code == 200
    assert client.get(address.replace(voice.public_id, other.public_id)).status_code == 404
    assert client.get(f"/voice/{voice.public_id}/how/").status_code == 404


def test_two_who_confirm_each_other_are_named_so(client, anna, about, brandt, elektro, fuerth):
    bernd = factories.make_user("bernd@example.org")
    factories.make_profile(bernd, elektro, fuerth, name="Bernd Meier")
    voice = voices.shown(about, bernd.email, bernd, by_code=False)
    words = "These two confirm each other."
    assert words not in text(client.get(f"/voice/{voice.public_id}/how/"))
    voices.shown(voices.at(voices.station_of(bernd)), anna.email, anna, by_code=False)
    assert words in text(client.get(f"/voice/{voice.public_id}/how/"))
    assert words in text(client.get(f"/p/{anna.profile.handle}/"))


def test_old_word_looks_older(client, anna, about):
    voice = voices.shown(about)
    Voice.objects.update(closed_at=timezone.now() - timedelta(days=1200))
    assert "Older than 3 years" in text(client.get(f"/voice/{voice.public_id}/how/"))


# -- taking back, leaving, time


def test_whoever_said_it_takes_every_word_back(client, boss, anna, about, outbox):
    voice = voices.asked(about)
    own = voices.confirm(voice)
    actions.release(by=anna, voice=voice)
    assert "colleague sentence 0." in text(boss.get(f"/voice/own/{own}/"))
    assert Voice.objects.get().withdrawn_at is None
    for _click in range(2):
        assert "You have taken it back" in text(boss.post(f"/voice/own/{own}/", follow=True))
    gone = Voice.objects.get()
    assert (gone.name, gone.statements, gone.context, gone.first, gone.shown, gone.user) == (
        "",
        [],
        {},
        None,
        False,
        None,
    )
    assert [letter.to for letter in outbox].count([anna.email]) == 2  # answered, taken back
    client.force_login(anna)
    assert "Taken back on" in text(client.get(f"/me/voice/{voice.public_id}/"))
    client.post(f"/me/voice/{voice.public_id}/decide/", {"show": "yes"})
    assert not Voice.objects.get().shown


def test_account_takes_back_without_the_mail(client, anna, about, fremder, rita):
    voice = voices.shown(about, fremder.email, fremder, by_code=False)
    client.force_login(fremder)
    assert "What you have said about others" in text(client.get("/me/"))
    assert "Anna G." in text(client.get("/me/said/"))
    here = f"/me/said/{voice.public_id}/"
    assert "Jasmin" in text(client.get(here))
    client.force_login(rita)
    assert client.post(here).status_code == 404
    client.force_login(fremder)
    assert client.post(here).url == "/me/said/"
    assert Voice.objects.get().withdrawn_at
    assert "Nothing stands here" in text(client.get("/me/said/"))


def test_desk_ends_it_and_both_read_why(client, boss, anna, about):
    voice = voices.asked(about)
    own = voices.confirm(voice)
    assert ending.end_by_desk(voice=voice, reason="Beide waren dieselbe Person.")
    assert not ending.end_by_desk(voice=voice, reason="Noch einmal.")
    assert "Beide waren dieselbe Person." in text(boss.get(f"/voice/own/{own}/"))
    client.force_login(anna)
    assert "Beide waren dieselbe Person." in text(client.get(f"/me/voice/{voice.public_id}/"))


@pytest.mark.parametrize("who", ["anna", "fremder"])
def test_account_that_closes_takes_its_voices_along(request, anna, fremder, about, who):
    voices.shown(about, fremder.email, fremder, by_code=False)
    accounts.close(by=request.getfixturevalue(who))
    assert not Voice.objects.exists()


def test_export_holds_what_was_said_about_and_by_the_person(anna, fremder, about):
    voices.shown(about, fremder.email, fremder, by_code=False)
    voices.asked(about, message="Danke!")
    (told, asked) = sorted(registers.export(anna).data["voices"], key=lambda each: each["state"])
    assert (told["name"], told["confirmed"]["firm"], told["statements"]) == (
        "Jasmin Köhler", "Elektro Alt, Fürth", ["people.colleague-0"],
    )  # fmt: skip
    assert (asked["email"], asked["message"]) == (BOX, "Danke!")
    (by_them,) = registers.export(fremder).data["voices"]
    assert by_them["about"] == "somebody else"
    assert not {"email", "message", "shown", "audience"} & by_them.keys()


def test_time_ends_what_nobody_answered(boss, about, token):
    typed = voices.typed(about)
    Voice.objects.update(expires_at=timezone.now())
    for each in (token, typed):
        assert "This question is over" in text(boss.get(f"/voice/{each}/"))
    assert asking.purge() == 1
    (left,) = Voice.objects.all()
    assert (left.state, left.email, left.name, left.message) == ("expired", "", "", "")


def test_old_link_offers_a_new_one_to_the_same_mailbox(boss, voice, token, outbox):
    VoiceLink.objects.update(expires_at=voice.created_at)
    assert "Send a new link" in text(boss.get(f"/voice/{token}/"))
    outbox.clear()
    assert "on its way" in text(boss.post(f"/voice/{token}/new-link/", follow=True))
    assert [letter.to for letter in outbox] == [[BOX]]
    assert "Step 1 of 3" in text(boss.get(f"/voice/{voices.mailed()}/"))
    assert boss.post(f"/voice/{token}/new-link/").status_code == 429


@pytest.mark.parametrize("change", [lambda t: t[:-1], lambda t: t + "x", lambda t: "x" * 500, lambda t: t.swapcase()])
def test_altered_link_looks_like_an_unknown_one(boss, token, change):
    for address in ("/voice/{}/", "/voice/{}/seen/", "/voice/{}/check/", "/voice/{}/code/", "/voice/own/{}/"):
        assert boss.get(address.format(change(token))).status_code == 404


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_scanners_change_nothing(anna, about, voice, token, outbox, method):
    voices.answer(voice)
    second = voices.asked(about, "second@x.example")
    own = voices.confirm(second)
    third = voices.asked(about, "third@x.example")
    VoiceLink.objects.filter(voice=third).update(expires_at=third.created_at)
    old, digits = voices.mailed("third@x.example"), actions.show_digits(by=anna, about=about)
    steps = ("", "seen/", "check/", "mailbox/", "code/", "no/", "never/", "new-link/")
    addresses = [f"/voice/{token}/{step}" for step in steps]
    addresses += [f"/voice/{old}/", f"/voice/{old}/new-link/", f"/voice/own/{own}/", f"/voice/?code={digits}"]
    before, mails = dump(), len(outbox)
    for address in addresses:
        for _twice in range(2):
            assert getattr(Client(), method)(address).status_code < 500
    assert dump() == before
    assert len(outbox) == mails


def test_secrets_are_stored_hashed(anna, about, voice, token):
    own, digits = voices.confirm(voice), actions.show_digits(by=anna, about=about)
    stored = str(dump())
    assert token not in stored
    assert own not in stored
    assert digits not in str(list(SpokenCode.objects.values()))


def test_station_somebody_spoke_about_keeps_firm_and_says_what_goes_with_it(client, anna, about):
    voices.shown(about)
    client.force_login(anna)
    assert registers.is_bound(about.station)
    page = text(client.get(f"/me/profile/stations/{about.pk}/remove/"))
    assert "1 colleague has said something about this station" in page
