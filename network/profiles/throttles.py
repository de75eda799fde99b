"""How often the pages of this room may be used without signing in."""

from accounts.throttle import Limit

MAIL_LINK = Limit("profile-mail-link", "60/h")
