"""Asking for a fresh link to what somebody has signed."""

import re

from django.test import Client

from tests.references import helpers

ASK = "/r/mine/"
SECRET = re.compile(r'name="csrfmiddlewaretoken" value="\w+"')


def ask(browser: Client, mailbox: str = helpers.BOSS) -> str:
    """The page that answers, without the secrets of its forms."""
    page = browser.post(ASK, {"mailbox": mailbox}, follow=True).content.decode()
    return SECRET.sub("", page)
