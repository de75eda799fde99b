"""People who are not there yet: they hold what is being set up for somebody. Nobody can sign in as one.

The address is random and ends on .invalid, where no mailbox can be (RFC 2606), and it is never confirmed. accounts.actions.purge
deletes whoever is never confirmed; whoever makes one deletes it earlier.
"""

import secrets

from accounts.models import User

DOMAIN = "@draft.invalid"


def make() -> User:
    return User.objects.create_user(f"{secrets.token_hex(16)}{DOMAIN}")


def is_placeholder(user: User) -> bool:
    return is_nobody(user.email)


def is_nobody(email: str) -> bool:
    return email.endswith(DOMAIN)
