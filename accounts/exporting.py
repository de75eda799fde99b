"""Everything the house knows of a person, as one ZIP: a JSON file per room, and the files themselves."""

import json
import shutil
import tempfile
import zipfile
from contextlib import closing
from typing import IO

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.core.serializers.json import DjangoJSONEncoder

from accounts import registry
from accounts.models import User

IN_MEMORY = 2_000_000


def archive(user: User) -> IO[bytes]:
    """The finished ZIP, at its beginning. Large ones lie in a temporary file that disappears when closed."""
    target = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  the answer closes it
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as box:
        for room, export in sorted(registry.exporters.items()):
            known = export(user)
            box.writestr(f"{room}.json", json.dumps(known.data, cls=DjangoJSONEncoder, ensure_ascii=False, indent=2))
            for name, open_file in known.files:
                with closing(open_file()) as source, box.open(name, "w") as place:
                    shutil.copyfileobj(source, place)
    target.seek(0)
    return target


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
