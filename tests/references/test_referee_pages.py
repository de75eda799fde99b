"""The way of a referee without account, from the mail to the signature."""

import html
import json
import re

import pytest
from django.test import Client

from accounts.models import MailCode
from references.models import Reference, ReferenceRequest
from tests.references import helpers


def url(token: str, step: str = "") -> str:
    return f"/r/{token}/{step}/" if step else f"/r/{token}/"


def code_of(outbox) -> str:
    return re.search(r"^(\d{6})$", outbox[-1].body, re.M)[1]


def go_to_code(boss, token, **changes) -> None:
    boss.post(url(token), {"answer": "yes"})
    seen = {"statements": ["craft.test-0", "craft.test-3"], "text": changes.get("text", ""), "again": "on"}
    boss.post(url(token, "seen"), seen)
    you = {"name": "Monika Brandt", "role": "Meisterin", "relation": "superior"}
    assert boss.post(url(token, "you"), you)["Location"] == url(token, "code") + "?sent"


def sign(boss, token):
    """What a browser sends: the hidden field too."""
    shown = re.search(r'name="shown" value="(\w+)"', boss.get(url(token, "check")).content.decode())
    return boss.post(url(token, "check"), {"shown": shown[1] if shown else ""}, follow=True)


def enter_code(boss, token, outbox):
    """The digits came with the page before."""
    return boss.post(url(token, "code"), {"code": code_of(outbox)})


def test_referee_signs_without_account(boss, token, statements, outbox):
    page = boss.get(url(token))
    assert "Can you confirm this?" in page.content.decode()
    assert "Anna G." in page.content.decode()
    go_to_code(boss, token)
    assert enter_code(boss, token, outbox)["Location"] == url(token, "check")
    check = boss.get(url(token, "check")).content.decode()
    assert all(
        words in check
        for words in ("Anna Gärtner", "Sentence 0.", "Meisterin", "Checked employer", "Yes, sign it in my name")
    )
    assert not Reference.objects.exists()
    done = sign(boss, token)
    assert "Your reference is signed" in done.content.decode()
    said = json.loads(Reference.objects.get().payload)
    assert said["statements"] == ["craft.test-0", "craft.test-3"]
    assert said["checked"]["how"] == "code"


def test_two_clicks_on_sign_make_one_reference(boss, token, statements, outbox):
    go_to_code(boss, token)
    enter_code(boss, token, outbox)
    for _click in range(2):
        page = sign(boss, token)
        assert page.status_code == 200
        assert "Your reference is signed" in page.content.decode()
    assert Reference.objects.count() == 1


def test_check_says_above_the_button_what_the_signature_says(boss, token, statements, outbox):
    go_to_code(boss, token)
    enter_code(boss, token, outbox)
    page = boss.get(url(token, "check")).content.decode()
    own_word = page.index("I have seen this myself and may speak for Elektro Brandt.")
    assert own_word < page.index("Yes, sign it in my name")
    assert page.index("Exactly this is signed") < own_word


def test_post_without_the_words_that_were_read_signs_nothing(boss, token, statements, outbox):
    go_to_code(boss, token)
    enter_code(boss, token, outbox)
    page = boss.post(url(token, "check"))
    assert "has changed in the meantime" in page.content.decode()
    assert not Reference.objects.exists()


def test_stale_tab_does_not_sign_what_another_tab_changed(boss, token, statements, outbox):
    go_to_code(boss, token)
    enter_code(boss, token, outbox)
    shown = re.search(r'name="shown" value="(\w+)"', boss.get(url(token, "check")).content.decode())[1]
    boss.post(url(token, "seen"), {"statements": ["craft.test-5"], "text": ""})
    page = boss.post(url(token, "check"), {"shown": shown}).content.decode()
    assert "has changed in the meantime" in page
    assert "Sentence 5." in page
    assert not Reference.objects.exists()
    sign(boss, token)
    assert Reference.objects.exists()


def test_draft_comes_back_in_another_browser(boss, token, statements):
    go_to_code(boss, token)
    page = Client().get(url(token, "seen")).content.decode()
    assert page.count("checked") == 3  # two sentences, and "again"


def test_change_link_comes_straight_back_to_the_check(boss, token, statements, outbox):
    go_to_code(boss, token)
    enter_code(boss, token, outbox)
    assert boss.post(url(token, "seen"), {"statements": ["craft.test-0"]})["Location"] == url(token, "check")
    assert "No answer" in boss.get(url(token, "check")).content.decode()


def test_former_step_leads_on(boss, token, statements):
    """A tab from before "Would you hire again?" came to the sentences."""
    assert boss.get(url(token, "again"))["Location"] == url(token)
    boss.post(url(token), {"answer": "yes"})
    for answer in (boss.get(url(token, "again")), boss.post(url(token, "again"), {"again": "yes"})):
        assert answer["Location"] == url(token, "seen")


def test_draft_from_before_goes_on(boss, token, asked):
    """Half answered when the pages changed: nothing is lost, nothing breaks."""
    old = {"answer": "yes", "first": "2013-09", "last": "2020-06", "occupation": asked.station.occupation.slug}
    old |= {"statements": [], "again": True, "sure": "on", "answered": ["work", "start", "seen", "again"]}
    ReferenceRequest.objects.update(draft=old)
    assert boss.get(url(token, "check"))["Location"] == url(token, "you")
    assert "checked" in boss.get(url(token, "seen")).content.decode()


@pytest.mark.parametrize(("answer", "state"), [("no", "declined"), ("never", "objected")])
def test_answer_that_ends_the_request_is_asked_once_more(boss, token, answer, state):
    """Its link stands right below the button that goes on: one tap too many must not end anything."""
    start = boss.get(url(token)).content.decode()
    assert f'href="{url(token, answer)}"' in start
    assert f'value="{answer}"' not in start
    assert boss.get(url(token, answer)).status_code == 200
    assert ReferenceRequest.objects.get().state == "open"
    assert boss.post(url(token, answer))["Location"] == url(token)
    assert ReferenceRequest.objects.get().state == state


def test_start_without_an_answer_says_so(boss, token):
    for answer in ({}, {"answer": "perhaps"}):
        assert "Say whether you can confirm this" in boss.post(url(token), answer).content.decode()


def test_digits_on_their_way_are_not_sent_twice(boss, token, statements, outbox):
    """Who goes back to correct the role types the digits of the one mail."""
    outbox.clear()
    go_to_code(boss, token)
    go_to_code(boss, token)
    assert len(outbox) == 1
    assert enter_code(boss, token, outbox)["Location"] == url(token, "check")


def test_digits_are_not_sent_by_opening(boss, token, statements, outbox):
    go_to_code(boss, token)
    MailCode.objects.all().delete()
    outbox.clear()
    boss.get(url(token, "code"))
    boss.get(url(token, "code") + "?sent")
    assert not outbox


def test_page_before_the_code_goes_on_when_no_more_mails_may_leave(boss, token, statements, outbox):
    for _ in range(5):
        MailCode.objects.all().delete()
        boss.post(url(token), {"answer": "yes"})
        boss.post(url(token, "seen"), {})
        answer = boss.post(url(token, "you"), {"name": "M. B.", "role": "Meisterin", "relation": "superior"})
    assert answer["Location"] == url(token, "code")
    assert len([letter for letter in outbox if "code" in letter.subject]) == 3


def test_confirmed_code_counts_in_this_browser_only(boss, token, statements, outbox):
    go_to_code(boss, token)
    enter_code(boss, token, outbox)
    other = Client()
    assert other.get(url(token, "check"))["Location"] == url(token, "code")
    assert other.post(url(token, "check"), {"shown": ""})["Location"] == url(token, "code")
    assert not Reference.objects.exists()


def test_steps_come_in_order(boss, token):
    for step in ("seen", "you", "code", "check"):
        assert boss.get(url(token, step))["Location"] == url(token)
    assert boss.get(url(token, "nonsense")).status_code == 404


def test_wrong_code_says_so_and_confirms_nothing(boss, token, statements, outbox):
    go_to_code(boss, token)
    boss.post(url(token, "code"), {"send": "1"})
    wrong = "000000" if code_of(outbox) != "000000" else "111111"
    page = boss.post(url(token, "code"), {"code": wrong})
    assert "This is not the code" in page.content.decode()
    assert ReferenceRequest.objects.get().confirmed_at is None
    for _try in range(5):
        page = boss.post(url(token, "code"), {"code": wrong})
    assert "5 tries" in page.content.decode()


def test_code_goes_to_the_asked_mailbox_only(boss, token, statements, outbox):
    go_to_code(boss, token)
    outbox.clear()
    boss.post(url(token, "code"), {"send": "1", "email": "thief@example.org"})
    assert [letter.to for letter in outbox] == [[helpers.BOSS]]


def test_code_mails_are_limited(boss, token, statements):
    go_to_code(boss, token)  # the first one
    answers = [boss.post(url(token, "code"), {"send": "1"}).status_code for _ in range(3)]
    assert answers == [302, 302, 429]


def test_other_months_are_asked_and_signed(boss, token, statements, elektro):
    assert boss.post(url(token), {"answer": "other"})["Location"] == url(token, "work")
    page = boss.get(url(token, "work")).content.decode()
    assert "2013" in page
    work = {
        "first_month": "1",
        "first_year": "2014",
        "last_month": "12",
        "last_year": "2019",
        "occupation": elektro.slug,
    }
    assert boss.post(url(token, "work"), work)["Location"] == url(token, "seen")
    draft = ReferenceRequest.objects.get().draft
    assert (draft["first"], draft["last"]) == ("2014-01", "2019-12")


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (("1", "2014"), ("12", "2013"), "before the first month"),
        (("1", "2001"), ("12", "2019"), "The firm began in 2005"),
        (("1", "2150"), ("12", "2151"), "in the future"),
        (("1", "1930"), ("12", "2019"), "60 years"),
        (("1", "2014"), ("", ""), "Enter the last month"),
        (("", ""), ("12", "2019"), "Enter the first month"),
        (("1", "2021"), ("12", "2022"), "these months are quite another time"),
        (("1", "2006"), ("8", "2013"), "these months are quite another time"),
    ],
)
def test_months_that_cannot_be_true_are_asked_again(boss, token, brandt, elektro, first, last, words):
    brandt.founded_year = 2005
    brandt.save()
    boss.post(url(token), {"answer": "other"})
    months = {"first_month": first[0], "first_year": first[1], "last_month": last[0], "last_year": last[1]}
    data = {**months, "occupation": elektro.slug}
    page = boss.post(url(token, "work"), data)
    assert page.status_code == 200
    assert words in page.content.decode()
    assert "work" not in ReferenceRequest.objects.get().draft["answered"]


@pytest.mark.parametrize(("first", "last"), [(("1", "2006"), ("9", "2013")), (("6", "2020"), ("12", "2021"))])
def test_one_common_month_is_enough(boss, token, elektro, first, last):
    """The referee remembers other months; that is what the page is for."""
    boss.post(url(token), {"answer": "other"})
    months = {"first_month": first[0], "first_year": first[1], "last_month": last[0], "last_year": last[1]}
    assert boss.post(url(token, "work"), {**months, "occupation": elektro.slug}).status_code == 302


def test_claim_from_before_the_firm_is_not_signed_by_one_yes(boss, token, brandt):
    """The firm said since when it exists after the worker had named it: the month is asked for, with the reason."""
    brandt.founded_year = 2015
    brandt.save()
    assert boss.post(url(token), {"answer": "yes"})["Location"] == url(token, "work")
    page = html.unescape(boss.get(url(token, "work")).content.decode())
    assert "The firm began in 2015. Enter a later first month." in page
    for step in ("seen", "you", "check"):
        assert boss.get(url(token, step))["Location"] == url(token, "work")


@pytest.mark.parametrize("step", ["", "work", "seen", "you", "code", "check"])
@pytest.mark.parametrize("count", [1, 30])
def test_page_asks_few_questions(boss, anna, brandt, elektro, outbox, step, count, django_assert_max_num_queries):
    """However many sentences there are, and other requests of the same worker."""
    helpers.make_statements(count)
    station = helpers.make_station(anna, brandt)
    for number in range(count % 10):
        helpers.ask(anna, station, email=f"boss{number}@example.org")
    asked = helpers.ask(anna, station)
    secret = helpers.last_link().removeprefix("/r/").strip("/")
    helpers.answer(asked, statements=[f"craft.test-{number}" for number in range(min(count, 10))])
    if step == "check":
        boss.post(url(secret, "code"), {"send": "1"})
        enter_code(boss, secret, outbox)
    boss.get(url(secret, step))
    with django_assert_max_num_queries(8):
        assert boss.get(url(secret, step)).status_code == 200


def test_still_there_is_signed_without_end(boss, token, elektro):
    boss.post(url(token), {"answer": "other"})
    boss.post(url(token, "work"), {"first_month": "1", "first_year": "2014", "still": "on", "occupation": elektro.slug})
    assert ReferenceRequest.objects.get().draft["last"] is None


def test_eleven_statements_are_too_many(boss, token, statements):
    boss.post(url(token), {"answer": "yes"})
    eleven = [f"craft.test-{n}" for n in range(11)]
    page = boss.post(url(token, "seen"), {"statements": eleven, "text": ""})
    assert "at most 10 sentences" in page.content.decode()
    assert page.content.decode().count("checked") == 11  # nothing typed is lost
    assert boss.post(url(token, "seen"), {"statements": eleven[:10], "text": ""}).status_code == 302


def test_statement_that_does_not_exist_is_refused(boss, token, statements):
    boss.post(url(token), {"answer": "yes"})
    assert boss.post(url(token, "seen"), {"statements": ["bad.drinks"], "text": ""}).status_code == 200


def test_statements_start_unticked_twelve_first(boss, token, statements):
    boss.post(url(token), {"answer": "yes"})
    page = boss.get(url(token, "seen")).content.decode()
    assert "checked" not in page
    head, more = page.split("<details", 1)
    assert (head.count('name="statements"'), more.count('name="statements"')) == (12, 2)


def test_hint_on_coded_words_is_shown_once(boss, token, statements):
    boss.post(url(token), {"answer": "yes"})
    typed = {"statements": ["craft.test-1"], "text": "Sie war stets bemüht."}
    page = boss.post(url(token, "seen"), typed)
    assert "can be misread" in page.content.decode()
    assert "Sie war stets bemüht." in page.content.decode()
    assert boss.post(url(token, "seen"), typed).status_code == 302
    assert ReferenceRequest.objects.get().draft["text"] == "Sie war stets bemüht."


def test_member_of_the_employer_signs_without_code(client, monika, anna, token, statements):
    client.force_login(monika)
    client.post(url(token), {"answer": "yes"})
    client.post(url(token, "seen"), {"text": ""})
    you = {"name": "Monika Brandt", "role": "Meisterin", "relation": "firm"}
    assert client.post(url(token, "you"), you)["Location"] == url(token, "check")
    sign(client, token)
    assert Reference.objects.get().referee_user == monika
    assert not MailCode.objects.exists()


def test_stranger_signed_in_still_needs_the_code(client, fremder, token, statements):
    client.force_login(fremder)
    go_to_code(client, token)


def test_pages_speak_german(boss, token):
    assert boss.get(url(token), headers={"accept-language": "de"}).status_code == 200
