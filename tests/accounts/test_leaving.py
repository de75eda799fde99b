"""Taking everything along, and closing the account."""

import io
import json
import zipfile

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core import mail
from django.urls import reverse
from django.utils.translation import get_language

from accounts import actions, exporting, registry
from accounts.models import User
from tests.accounts.helpers import confirm, give_app, give_passkey

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("registries")]


def opened(answer) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))


def test_export_holds_one_json_per_room_and_the_files(client, fremder):
    give_passkey(fremder, "Mein Handy")
    registry.exporters["samples"] = lambda user: registry.Export(
        {"owner": user.email}, [("samples/bad.webp", lambda: io.BytesIO(b"picture"))]
    )
    client.force_login(fremder)
    answer = client.post(reverse("accounts:export"))
    assert "attachment" in answer["Content-Disposition"]
    box = opened(answer)
    assert sorted(box.namelist()) == ["rooms/account.json", "rooms/samples.json", "samples/bad.webp"]
    assert box.read("samples/bad.webp") == b"picture"
    account = json.loads(box.read("rooms/account.json"))
    assert account["email"] == fremder.email
    assert account["sign_in"][0]["name"] == "Mein Handy"
    assert len(account["sessions"]) == 1


def test_export_holds_no_secret(client, fremder):
    secret = give_app(fremder)
    client.force_login(fremder)
    text = opened(client.post(reverse("accounts:export"))).read("rooms/account.json").decode()
    assert secret not in text
    assert "secret" not in text
    assert "seed" not in text


def test_export_names_a_file_the_storage_does_not_give(client, fremder):
    def broken():
        raise OSError("bucket away")

    files = [("samples/gone.webp", broken), ("samples/good.webp", lambda: io.BytesIO(b"picture"))]
    registry.exporters["samples"] = lambda user: registry.Export({}, files)
    client.force_login(fremder)
    box = opened(client.post(reverse("accounts:export")))
    assert box.read("samples/good.webp") == b"picture"
    assert box.read("not-in-here.txt") == b"samples/gone.webp"


def test_export_is_sent_while_it_is_made(fremder):
    """One file is open at a time, and of none more than a piece lies in memory."""
    state = {"open": 0, "most": 0}

    class Endless(io.RawIOBase):
        left = 30 * 1024 * 1024

        def __init__(self):
            state["open"] += 1
            state["most"] = max(state["most"], state["open"])

        def read(self, size=-1):
            taken = min(size, self.left)
            self.left -= taken
            return b"\0" * taken

        def close(self):
            if not self.closed:
                state["open"] -= 1
            super().close()

    registry.exporters["samples"] = lambda user: registry.Export({}, [(f"{n}.webp", Endless) for n in range(4)])
    longest = sent = 0
    for piece in exporting.archive(fremder, "de"):
        longest, sent = max(longest, len(piece)), sent + len(piece)
    assert sent > 120 * 1024 * 1024
    assert longest <= 1024 * 1024
    assert state == {"open": 0, "most": 1}


def test_documents_are_made_in_the_language_of_the_reader(fremder):
    registry.documents["moving"] = lambda user: [registry.Document("a.txt", lambda: get_language() or "")]
    with zipfile.ZipFile(io.BytesIO(b"".join(exporting.archive(fremder, "en")))) as box:
        assert box.read("a.txt") == b"en"


def test_export_by_get_shows_a_page_only(client, fremder):
    client.force_login(fremder)
    assert "text/html" in client.get(reverse("accounts:export"))["Content-Type"]


def test_export_is_limited(client, fremder):
    client.force_login(fremder)
    codes = [client.post(reverse("accounts:export")).status_code for _ in range(3)]
    assert codes == [200, 200, 429]


def test_close_asks_again_first(client, fremder):
    client.force_login(fremder)
    assert client.post(reverse("accounts:close")).url.startswith(reverse("accounts:confirm"))
    assert User.objects.filter(pk=fremder.pk).exists()


def test_close_by_get_shows_a_page_only(client, fremder):
    client.force_login(fremder)
    confirm(client)
    assert client.get(reverse("accounts:close")).status_code == 200
    assert User.objects.filter(pk=fremder.pk).exists()


def test_close_removes_everything_and_tells_by_mail(client, client_factory, fremder, anna):
    phone, stranger = client_factory(), client_factory()
    for visitor, person in ((phone, fremder), (client, fremder), (stranger, anna)):
        visitor.force_login(person)
        visitor.get(reverse("accounts:overview"))
    give_passkey(fremder)
    confirm(client)
    answer = client.post(reverse("accounts:close"), follow=True)
    assert answer.redirect_chain == [(reverse("accounts:closed"), 302)]
    assert not User.objects.filter(email="fremder@example.org").exists()
    assert not EmailAddress.objects.filter(email="fremder@example.org").exists()
    assert [session.user for session in UserSession.objects.all()] == [anna]
    assert phone.get(reverse("accounts:overview")).status_code == 302
    assert stranger.get(reverse("accounts:overview")).status_code == 200
    assert mail.outbox[-1].to == ["fremder@example.org"]
    assert not any(s.get_decoded().get("_auth_user_id") == str(fremder.pk) for s in Session.objects.all())


def test_close_calls_the_rooms_in_order(fremder):
    seen: list[str] = []
    registry.erasers["employers"] = (50, lambda user: seen.append("employers"))
    registry.erasers["references"] = (10, lambda user: seen.append("references"))
    registry.erasers["profiles"] = (40, lambda user: seen.append("profiles"))
    actions.close(by=fremder)
    assert seen == ["references", "profiles", "employers"]


def test_close_is_all_or_nothing(fremder):
    def broken(user: User) -> None:
        EmailAddress.objects.filter(user=user).delete()
        raise RuntimeError

    registry.erasers["samples"] = (30, broken)
    with pytest.raises(RuntimeError):
        actions.close(by=fremder)
    assert EmailAddress.objects.filter(user=fremder).exists()
    assert not mail.outbox


def test_close_waits_for_what_must_be_done_first(client, fremder):
    registry.farewells["employers"] = lambda user: ["Elektro Brandt braucht zuerst eine neue Leitung."]
    client.force_login(fremder)
    confirm(client)
    page = client.get(reverse("accounts:close")).content.decode()
    assert "Elektro Brandt braucht" in page
    client.post(reverse("accounts:close"))
    assert User.objects.filter(pk=fremder.pk).exists()
    with pytest.raises(actions.NotYet) as caught:
        actions.close(by=fremder)
    assert caught.value.obstacles == ["Elektro Brandt braucht zuerst eine neue Leitung."]


def test_close_twice_does_nothing_the_second_time(fremder):
    calls: list[int] = []
    registry.erasers["profiles"] = (40, lambda user: calls.append(user.pk))
    actions.close(by=fremder)
    fremder.pk = calls[0]
    actions.close(by=fremder)
    assert len(calls) == len(mail.outbox) == 1


def test_closed_page_survives_a_bookmark(client):
    assert client.get(reverse("accounts:closed")).status_code == 200
