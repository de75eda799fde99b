"""index.html: the page as a file that opens without any network, with the pictures beside it."""

import re
from dataclasses import dataclass
from typing import Any

from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from accounts.mail import link
from network.employers.viewer import Viewer
from network.profiles import presenters
from network.profiles.models import Profile
from network.profiles.registry import sections
from network.profiles.sight import Sight
from network.samples import registering
from network.samples.models import Photo, WorkSample
from network.samples.presenters import facts
from network.samples.shots import Gallery, everything, in_order, shot
from network.ui import standalone

PICTURE = re.compile(r'src="/photo/([0-9a-f-]{36})/[^"]*"')
NEEDS_THE_HOUSE = re.compile(r'\s(?:srcset|sizes|loading|decoding)="[^"]*"')
FORM = re.compile(r"<form\b.*?</form>", re.DOTALL)
ADDRESS = re.compile(r'href="(/[^"]*)"')


def index(profile: Profile, sight: Sight) -> str:
    """`profile` from with_papers(), `sight` of the worker."""
    stations = profile.stations.with_vouches()
    context: dict[str, Any] = {
        "profile": profile,
        "page": presenters.page(profile, stations, sight, timezone.localdate()),
        "address": link(reverse("profiles:page", args=[profile.handle])),
        "today": timezone.localdate(),
        "sections": [_section(each.template, each.load(profile, sight), profile, sight) for each in _in_order()],
        "hidden": hidden_samples(profile),
    }
    return offline(standalone.page("moving/archive.html", context), pictures(profile))


def _in_order() -> list[Any]:
    return sorted(sections, key=lambda each: each.order)


def _section(template: str, loaded: dict[str, Any] | None, profile: Profile, sight: Sight) -> SafeString | str:
    """As other readers see it: what only the owner can do there is of no use in a file."""
    if loaded is None:
        return ""
    return render_to_string(template, {**loaded, "profile": profile, "sight": sight, "owner": False})


@dataclass(frozen=True)
class Hidden:
    """What the worker alone sees of a sample: all of it, or photos not agreed to yet."""

    title: str
    facts: list[tuple[str, str]]
    gallery: Gallery


def hidden_samples(profile: Profile) -> list[Hidden]:
    """What does not stand on the page, and is the worker's all the same."""
    samples = WorkSample.objects.filter(profile=profile).with_photos()
    told = [
        Hidden(sample.title, [], waiting(sample))
        if sample.shown
        else Hidden(sample.title, facts(sample), everything(sample))
        for sample in samples
    ]
    return [each for each in told if each.facts or each.gallery.shots]


def waiting(sample: WorkSample) -> Gallery:
    """Photos that nobody else sees yet."""
    photos = [photo for photo in in_order(sample) if photo.state == Photo.State.READY and photo.agreed_at is None]
    return Gallery(shots=[shot(photo) for photo in photos])


def pictures(profile: Profile) -> dict[str, str]:
    """Id of a photo -> where it lies in the archive."""
    rows = registering.export(profile.user).data["samples"]
    return {photo["id"]: photo["file"] for row in rows for photo in row["photos"] if photo["file"]}


def offline(html: str, pictures: dict[str, str]) -> SafeString:
    """Pictures from the archive, addresses with the name of the house, and nothing that could only be sent there."""
    html = FORM.sub("", NEEDS_THE_HOUSE.sub("", html))
    html = PICTURE.sub(lambda found: f'src="{pictures.get(found[1], "")}"', html)
    return mark_safe(ADDRESS.sub(lambda found: f'href="{link(found[1])}"', html))  # noqa: S308  what was rendered


def owner_of(profile: Profile) -> Sight:
    return Sight(Viewer(user_id=profile.user_id), owner=True)
