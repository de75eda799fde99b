"""Everything on a page that has readers of its own, in groups: for the page "Who sees what", and for share links."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import timezone

from network.occupations.models import in_language
from network.profiles import words
from network.profiles.models import Profile
from network.profiles.presenters import firm_of
from network.profiles.registry import Item, ItemSource, SetsAudience, items
from network.ui.templatetags.ui import phone


@dataclass(frozen=True)
class Group:
    title: str
    items: tuple[Item, ...]
    change: SetsAudience


def groups_of(profile: Profile) -> list[Group]:
    """One statement for each kind; kinds without items are left out."""
    loaded = [(source, tuple(source.load(profile))) for source in sorted(items, key=_place)]
    return [Group(str(source.title), found, source.change) for source, found in loaded if found]


def _place(source: ItemSource) -> int:
    return source.order


def keys_in(groups: Iterable[Group]) -> list[str]:
    return [item.key for item in every(groups)]


def every(groups: Iterable[Group]) -> list[Item]:
    return [item for group in groups for item in group.items]


def stations(profile: Profile) -> list[Item]:
    found = profile.stations.select_related("employer", "place", "occupation")
    return [
        Item(
            f"station:{each.pk}",
            firm_of(each) if each.employer_name else str(each.get_kind_display()),
            ", ".join(filter(None, [str(each.occupation or ""), words.span(each.start, each.end)])),
            each.audience,
        )
        for each in found
    ]


def papers(profile: Profile) -> list[Item]:
    today = timezone.localdate()
    return [
        Item(
            f"paper:{each.pk}",
            str(in_language(dict(each.names))),
            words.validity(each.rule, each.valid_until, expired=bool(each.valid_until and each.valid_until < today)),
            each.audience,
        )
        for each in profile.qualifications.order_by("pk").as_papers()
    ]


def ways(profile: Profile) -> list[Item]:
    """Phone and mail, where there are any."""
    said = (
        ("phone", phone(profile.phone), profile.phone_audience),
        ("mail", profile.mail, profile.mail_audience),
    )
    return [Item(key, value, "", audience) for key, value, audience in said if value]
