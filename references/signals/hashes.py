"""Keyed hashes: whether two are the same can be told, what they were cannot."""

from django.utils.crypto import salted_hmac

from accounts.mailbox import domain_of, is_freemail, without_tag


def keyed(what: str, value: str) -> str:
    """ "" stays ""."""
    return salted_hmac(f"references.traces.{what}", value, algorithm="sha256").hexdigest() if value else ""


def family(email: str) -> str:
    """What mailboxes of one person have in common: the address without its tag; where everybody gets one, the letters of the name."""
    plain = without_tag(email)
    letters = "".join(char for char in plain.rpartition("@")[0] if char.isalpha())
    return f"free:{letters}" if is_freemail(domain_of(plain)) and len(letters) > 5 else plain


def family_hash(email: str) -> str:
    return keyed("mailbox", family(email)) if email else ""
