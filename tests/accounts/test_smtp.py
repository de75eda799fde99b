"""A real SMTP conversation: Django's backend on one side, aiosmtpd on the other."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.urls import reverse

from tests.accounts.helpers import code_from


class Mailbox:
    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.refuse = False

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        if self.refuse:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))  # type: ignore[arg-type]
        return "250 OK"


class AnyPort(Controller):
    """The system gives a free port; aiosmtpd by itself wants to know it before."""

    def _trigger_server(self) -> None:
        self.port = self.server.sockets[0].getsockname()[1]
        super()._trigger_server()


@pytest.fixture
def mailbox(settings) -> Iterator[Mailbox]:
    box = Mailbox()
    post = AnyPort(box, hostname="127.0.0.1", port=0)
    post.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", post.port
    yield box
    post.stop()


@pytest.mark.django_db
def test_signup_code_arrives_as_plain_text_and_opens_the_door(client, mailbox):
    client.post(reverse("account_signup"), {"email": "aylin@example.org"})
    (mail,) = mailbox.mails
    assert mail["To"] == "aylin@example.org"
    assert mail.get_content_type() == "text/plain"
    code = code_from(mail.get_content().replace("\r\n", "\n"))
    assert client.post(reverse("account_email_verification_sent"), {"code": code}).url == reverse("home:me")
    assert "_auth_user_id" in client.session


@pytest.mark.django_db
def test_address_that_bounces_is_said_and_can_be_corrected(client, mailbox):
    mailbox.refuse = True
    answer = client.post(reverse("account_signup"), {"email": "tippfeler@example.org"}, follow=True)
    assert answer.status_code == 200
    assert "error" in [message.level_tag for message in answer.context["messages"]]
    mailbox.refuse = False
    client.post(reverse("account_signup"), {"email": "aylin@example.org"})
    assert [mail["To"] for mail in mailbox.mails] == ["aylin@example.org"]
