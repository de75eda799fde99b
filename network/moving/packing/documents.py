"""The files of the archive that people and other programs read, each made when its turn comes."""

from collections.abc import Iterable
from functools import partial

from django.template.loader import render_to_string

from accounts.exporting import to_json
from accounts.models import User
from accounts.registry import Document
from network.moving.packing import book, europass, readable, resume
from network.profiles.models import Profile


def documents(user: User) -> Iterable[Document]:
    """Nothing for who has no page."""
    if not Profile.objects.filter(user=user).exists():
        return
    yield Document("index.html", partial(_index, user))
    yield Document("read-me.txt", lambda: render_to_string("moving/read_me.txt"))
    yield Document("profile.json", lambda: to_json(book.book(user)))
    yield Document("profile.schema.json", book.schema)
    yield Document("resume.json", partial(_resume, user))
    yield Document("europass.xml", partial(_europass, user))


def _profile(user: User) -> Profile:
    found = Profile.objects.filter(user=user).with_papers()
    if found is None:
        raise Profile.DoesNotExist
    return found


def _index(user: User) -> str:
    profile = _profile(user)
    return readable.index(profile, readable.owner_of(profile))


def _resume(user: User) -> str:
    profile = _profile(user)
    return to_json(resume.resume(profile, profile.stations.with_vouches(), readable.owner_of(profile)))


def _europass(user: User) -> bytes:
    profile = _profile(user)
    return europass.passport(profile, profile.stations.with_vouches())
