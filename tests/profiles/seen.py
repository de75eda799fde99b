"""A page with every kind of item for every kind of reader, and what of it stands in an answer."""

from datetime import date

from django.test import Client
from django.utils import timezone

from accounts.models import User
from network.profiles import actions
from network.profiles.models import Profile
from references import actions as references
from tests import factories
from tests.profiles.conftest import make_kind
from tests.references import helpers
from tests.samples.conftest import make_sample

AUDIENCES = ("all", "employers", "nobody")
MONTHS = {
    "all": "März\N{NO-BREAK SPACE}2011",
    "employers": "April\N{NO-BREAK SPACE}2012",
    "nobody": "Mai\N{NO-BREAK SPACE}2013",
}
PHONES = {"all": "0171 3920061", "employers": "0171 3920062", "nobody": "0171 3920063"}
WORDS = {
    **{("station", each): f"Firma {each}" for each in AUDIENCES},
    **{("paper", each): f"Amt {each}" for each in AUDIENCES},
    **{("sample", each): f"Probe {each}" for each in AUDIENCES},
    **{("reference", each): f"Chefin {each}" for each in AUDIENCES},
    **{("confirmation", each): MONTHS[each] for each in AUDIENCES},
}
ALWAYS = "Firma Anker"  # a station for all, that says whether the page opened


def build(anna: User) -> None:
    page = anna.profile
    Profile.objects.filter(pk=page.pk).update(name_shown="full")
    factories.make_station(page, name=ALWAYS)
    for number, audience in enumerate(AUDIENCES):
        factories.make_station(page, name=f"Firma {audience}", audience=audience)
        kind = make_kind(f"kind-{number}", number, f"Schein {number}")
        page.qualifications.create(kind=kind, issuer=f"Amt {audience}", audience=audience)
        make_sample(anna, title=f"Probe {audience}", audience=audience)
        _refer(anna, audience, number)
        _confirm(page, audience, number)


def _refer(anna: User, audience: str, number: int) -> None:
    station = factories.make_station(anna.profile, name=f"Gelobt {number}", start=date(2001, 1, 1))
    asked = helpers.ask(anna, station, email=f"chefin{number}@example.org")
    signed = helpers.sign(asked, name=f"Chefin {audience}").reference
    references.release(by=anna, reference=signed)
    references.show_to(by=anna, profile=anna.profile, audiences={signed.key_of_item: audience})


def _confirm(page: Profile, audience: str, number: int) -> None:
    """A station that all read, confirmed by something that not all read."""
    station = factories.make_station(page, name=f"Bestätigt {number}", start=date(2002, 1, 1))
    on = date(2011 + number, 3 + number, 1)
    months = {"first": date(2002, 1, 1), "last": date(2003, 1, 1), "on": on}
    actions.confirm_station(station=station, source=f"test:{number}", level=3, audience=audience, **months)


def reach(page: Profile, audience: str) -> None:
    """Phone and mail for these readers."""
    said = {"phone": "+49" + PHONES[audience].replace(" ", "")[1:], "mail": f"{audience}@mail.example"}
    readers = {"phone_audience": audience, "mail_audience": audience}
    Profile.objects.filter(pk=page.pk).update(**said, **readers)


def told(html: str) -> set[tuple[str, str]]:
    """Kind and audience of everything that stands there."""
    return {what for what, words in WORDS.items() if words in html}


def reached(html: str, audience: str) -> set[str]:
    words = {"phone": PHONES[audience], "mail": f"{audience}@mail.example"}
    return {way for way, said in words.items() if said in html}


def read(client: Client, address: str) -> str:
    """What stands there; nothing where no page is."""
    answer = client.get(address)
    assert answer.status_code in (200, 404)
    return answer.content.decode() if answer.status_code == 200 else ""


def link_to(anna: User, keys: list[str]) -> str:
    shared = actions.share(by=anna, profile=anna.profile, name="Test", items=keys, days=7, once=str(timezone.now()))
    return f"/s/{shared.token}/"
