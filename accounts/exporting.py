"""Everything the house knows of a person, as one ZIP that is written while it is sent: memory stays the same at any size."""

import json
import logging
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.translation import override
from zipstream import ZipStream

from accounts import registry
from accounts.models import User

log = logging.getLogger("handschlag.accounts")
PIECE = 64 * 1024
MISSING = "not-in-here.txt"  # pictures the storage could not give while the archive was written


def archive(user: User, language: str) -> Iterator[bytes]:
    """The ZIP, piece by piece: what the rooms make of it, one JSON file per room, and the files, each opened when its turn comes.

    A file the storage cannot give is named in MISSING; nobody loses all the rest through it.
    """
    box = ZipStream(compress_type=zipfile.ZIP_DEFLATED)
    missing: list[str] = []
    for document in _documents(user):
        with override(language):
            box.add(document.make(), document.name)
        yield from box.file()
    for room, export in sorted(registry.exporters.items()):
        known = export(user)
        box.add(to_json(known.data), f"rooms/{room}.json")
        yield from box.file()
        for name, open_file in known.files:
            yield from _file(box, name, open_file, missing)
    if missing:
        box.add("\n".join(missing), MISSING)
        yield from box.file()
    yield from box.finalize()


def to_json(data: object) -> str:
    return json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2)


def _documents(user: User) -> Iterable[registry.Document]:
    return [each for _room, documents in sorted(registry.documents.items()) for each in documents(user)]


def _file(box: ZipStream, name: str, open_file: Callable[[], Any], missing: list[str]) -> Iterator[bytes]:
    """Pictures are packed already: stored as they are."""
    try:
        source = open_file()
    except Exception:
        log.exception("file %s could not be opened for an export", name)
        missing.append(name)
        return
    with closing(source):
        box.add(iter(lambda: source.read(PIECE), b""), name, compress_type=zipfile.ZIP_STORED)
        yield from box.file()


def own(user: User) -> registry.Export:
    """What accounts itself knows. Secrets of passkeys and apps are keys, not knowledge: they stay here."""
    ways = Authenticator.objects.filter(user=user).order_by("created_at")
    sessions = UserSession.objects.filter(user=user).order_by("created_at")
    return registry.Export(
        {
            "email": user.email,
            "joined": user.date_joined,
            "sign_in": [
                {
                    "kind": way.type,
                    "name": way.data.get("name", ""),
                    "added": way.created_at,
                    "last_used": way.last_used_at,
                }
                for way in ways
            ],
            "sessions": [
                {"device": s.user_agent, "ip": s.ip, "since": s.created_at, "last_seen": s.last_seen_at}
                for s in sessions
            ],
        }
    )
