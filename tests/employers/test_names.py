"""Names and domains as people type them."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from network.employers import domains, naming


@pytest.mark.parametrize(
    "name",
    [
        "Elektro Brandt",
        "elektro brandt GmbH",
        "Elektro Brandt GmbH & Co. KG",
        "ELEKTRO-BRANDT e.K.",
        "Elektro Brandt e. K.",
    ],
)
def test_legal_form_makes_no_other_name(name):
    assert naming.stem(name) == "elektro brandt"


def test_name_of_nothing_but_a_legal_form_stays():
    assert naming.stem("AG") == "ag"


@pytest.mark.parametrize(
    "name",
    ["Еlektro Brandt", "Βrandt", "Электро", "!!", "Brandt www.boese.de", "x@y.de", "Gewinn: preis.com", "https://a"],
)
def test_name_with_lookalike_letters_or_addresses_is_refused(name):
    with pytest.raises(ValidationError):
        naming.check_name(name)


def test_name_is_kept_on_one_line():
    assert naming.check_name("  Müller \n &\tSöhne\u202e ") == "Müller & Söhne"


@given(st.text(max_size=60))
def test_any_text_is_a_tidy_name_or_refused(text):
    try:
        name = naming.check_name(text)
    except ValidationError:
        return
    assert name == naming.tidy(name)
    assert "\n" not in name


@pytest.mark.parametrize(
    ("typed", "domain"),
    [
        ("brandt-elektro.de", "brandt-elektro.de"),
        (" https://www.Brandt-Elektro.de/kontakt?x=1 ", "brandt-elektro.de"),
        ("info@brandt-elektro.de", "brandt-elektro.de"),
        ("müller-bau.de.", "xn--mller-bau-q9a.de"),
        ("brandt.de:8080", "brandt.de"),
        ("", ""),
    ],
)
def test_domain_is_found_in_what_people_paste(typed, domain):
    assert domains.clean(typed) == domain


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("gmail.com", "freemail"),
        ("brandt@GMX.de", "freemail"),
        ("t-online.de", "freemail"),
        ("co.uk", "suffix"),
        ("www.jimdosite.com", "suffix"),
        ("de", "domain"),
        ("localhost", "domain"),
        ("127.0.0.1", "domain"),
        ("brandt..de", "domain"),
        ("-brandt.de", "domain"),
        ("brаndt.de", "letters"),  # a Cyrillic а
        ("brandt elektro.de", "letters"),
        (f"{'a' * 64}.de", "domain"),
    ],
)
def test_domain_that_is_nobodys_own_is_refused(typed, code):
    with pytest.raises(ValidationError) as refused:
        domains.clean(typed)
    assert refused.value.code == code


@given(st.text(max_size=80))
def test_any_text_is_a_stable_domain_or_refused(text):
    try:
        domain = domains.clean(text)
    except ValidationError:
        return
    assert domain == "" or domains.clean(domain) == domain
    assert domain.isascii()


@pytest.mark.parametrize("typed", ["info", " INFO ", "info@brandt-elektro.de", "info@www.Brandt-Elektro.de"])
def test_mailbox_is_at_the_own_domain(typed):
    assert domains.mailbox(typed, "brandt-elektro.de") == "info@brandt-elektro.de"


@pytest.mark.parametrize(
    "typed",
    [
        "info@brandt-e1ektro.de",
        "info@brandt-elektro.de.boese.de",
        "info@gmail.com",
        "info@brаndt-elektro.de",
        "a@b@boese.de",
        "",
        "@",
        "in fo",
        "info\nBcc: x",
        "a..b",
        "<info>",
        "info,chef",
    ],
)
def test_mailbox_elsewhere_or_none_is_refused(typed):
    with pytest.raises(ValidationError):
        domains.mailbox(typed, "brandt-elektro.de")


def test_umlaut_domain_is_shown_as_people_know_it():
    assert domains.shown("xn--mller-bau-q9a.de") == "müller-bau.de"
    assert domains.mailbox("info@müller-bau.de", "xn--mller-bau-q9a.de") == "info@xn--mller-bau-q9a.de"
