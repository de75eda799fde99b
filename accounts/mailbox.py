"""What can be said about a mail address without keeping it."""

import unicodedata

from django.utils.crypto import salted_hmac

_FREEMAIL = """
1und1.de aol.com aol.de arcor.de bluewin.ch email.de epost.de fastmail.com freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.eu
gmx.info gmx.net gmx.org googlemail.com hotmail.com hotmail.de icloud.com inbox.ru interia.pl kabelbw.de kabelmail.de live.com
live.de mac.com mail.com mail.de mail.ru mailbox.org me.com msn.com netcologne.de o2.pl o2online.de onet.pl online.de outlook.at
outlook.com outlook.de posteo.de posteo.net proton.me protonmail.ch protonmail.com rocketmail.com seznam.cz t-online.de
tutamail.com tutanota.com tutanota.de ukr.net unitybox.de vodafone.de vodafonemail.de web.de wp.pl yahoo.com yahoo.de yandex.com
yandex.ru ymail.com
"""
FREEMAIL = frozenset(_FREEMAIL.split())


def normalise(email: str) -> str:
    """One spelling per mailbox: trimmed, composed, lower case."""
    return unicodedata.normalize("NFKC", email).strip().lower()


def mailbox_hash(email: str) -> str:
    """A keyed hash: tells whether two addresses are the same, cannot be turned back without the secret key of the site."""
    return salted_hmac("accounts.mailbox", normalise(email), algorithm="sha256").hexdigest()


def without_tag(email: str) -> str:
    """ "boss+handschlag@firm.de" -> "boss@firm.de": most servers deliver both to the same person."""
    local, _, domain = normalise(email).rpartition("@")
    return f"{local.partition('+')[0] or local}@{domain}"


def domain_of(email: str) -> str:
    return normalise(email).rpartition("@")[2]


def is_freemail(domain: str) -> bool:
    """Anybody can have a mailbox there, so it says nothing about an employer."""
    return domain.strip().lower().rstrip(".") in FREEMAIL
