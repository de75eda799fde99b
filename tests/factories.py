"""Rows for tests: only the required fields, no random data. Actions are tested through their own doors."""

from datetime import date, timedelta
from itertools import count
from typing import Any
from uuid import uuid4

from django.utils import timezone

from accounts.models import User
from network.employers.models import Employer, Membership
from network.occupations.models import Field, Occupation
from network.places.models import Near, Place
from network.profiles.models import Profile, Station
from network.profiles.spots import spot

_numbers = count(1)


def make_user(email: str = "", **fields: Any) -> User:
    from allauth.account.models import EmailAddress

    user = User.objects.create_user(email or f"person{next(_numbers)}@example.org", **fields)
    EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=True)
    return user


def make_place(postcode: str, name: str, lat: float, lon: float, key: str = "", state: str = "Bayern") -> Place:
    key = key or name.lower().replace("ü", "ue").replace("ö", "oe").replace("ä", "ae")
    place, _ = Place.objects.get_or_create(
        postcode=postcode, defaults={"name": name, "key": key, "state": state, "lat": lat, "lon": lon}
    )
    return place


def make_near(origin: Place, place: Place, km: float) -> None:
    Near.objects.get_or_create(origin=origin, place=place, km=km)


def make_field(slug: str = "elektro", care: bool = False) -> Field:
    names = {"de": slug.title(), "en": slug.title()}
    field, _ = Field.objects.get_or_create(slug=slug, defaults={"names": names, "care": care, "order": next(_numbers)})
    return field


def make_occupation(
    slug: str, name: str, field: Field | None = None, kldb: str = "26212", group: str = ""
) -> Occupation:
    occupation, _ = Occupation.objects.get_or_create(
        slug=slug,
        defaults={
            "names": {"de": name, "en": name},
            "field": field or make_field(),
            "kldb": kldb,
            "level": int(kldb[-1]),
            "group": group or slug,
        },
    )
    return occupation


def make_employer(
    name: str, place: Place, checked: bool = True, parent: Employer | None = None, **fields: Any
) -> Employer:
    until = timezone.localdate() + timedelta(days=365) if checked else None
    employer = Employer.objects.create(
        name=name, key=name.lower(), place=place, parent=parent, checked_until=until, **fields
    )
    employer.root = parent.root if parent else employer
    employer.save(update_fields=["root"])
    return employer


def make_member(employer: Employer, user: User | None = None, name: str = "Monika Brandt", **roles: bool) -> Membership:
    return Membership.objects.create(employer=employer, user=user or make_user(), name=name, **roles)


def make_profile(
    user: User | None = None, occupation: Occupation | None = None, place: Place | None = None, **fields: Any
) -> Profile:
    """A complete profile; copies for search follow visibility and goal as actions.refresh() would set them."""
    visibility = fields.setdefault("visibility", "everyone")
    goal = fields.setdefault("goal", "open")
    fields.setdefault("name", "Anna Gärtner")
    return Profile.objects.create(
        user=user or make_user(),
        occupation=occupation,
        place=place,
        field=occupation.field if occupation else None,
        group=occupation.group if occupation else "",
        spot=spot(occupation.field_id, place.pk) if occupation and place else None,
        searchable=visibility in ("employers", "everyone") and bool(occupation and place),
        public=visibility == "everyone",
        open=goal in ("open", "side", "training"),
        visibility_chosen=True,
        **fields,
    )


def make_station(profile: Profile, employer: Employer | None = None, name: str = "", **fields: Any) -> Station:
    family = fields.get("kind") == "family"
    fields.setdefault("occupation", None if family else profile.occupation)
    fields.setdefault("start", date(2015, 9, 1))
    return Station.objects.create(
        profile=profile,
        employer=employer,
        employer_name="" if family else name or (employer.name if employer else "Elektro Alt"),
        **fields,
    )


def make_offer(employer: Employer, profile: Profile, by: User | None = None, **fields: Any) -> Any:
    """An open offer, as send() writes it."""
    from network.contacts.models import Offer

    base = {
        "title": "Elektronikerin", "place": employer.place, "shift": "day", "pay_min": 22, "pay_max": 25,
        "pay_unit": "hour", "permanent": True, "contact_name": "Rita Renner", "contact_phone": "+491713920055",
        "expires_at": timezone.now() + timedelta(days=14),
    }  # fmt: skip
    return Offer.objects.create(employer=employer, profile=profile, sent_by=by, **{**base, **fields})


def make_notice(employer: Employer, by: User | None = None, **fields: Any) -> Any:
    """A notice that hangs, as pin() writes it."""
    from network.contacts.models import Notice

    pinned = fields.setdefault("pinned_at", timezone.now())
    base = {
        "title": "Pflegefachkraft", "place": employer.place, "shift": "night", "pay_min": 22, "pay_max": 25,
        "pay_unit": "hour", "permanent": True, "contact_name": "Rita Renner", "contact_phone": "+491713920055",
        "expires_at": pinned + timedelta(days=60), "once": uuid4(),
    }  # fmt: skip
    field = fields.pop("field", None) or make_field()
    return Notice.objects.create(employer=employer, pinned_by=by, field=field, **{**base, **fields})
