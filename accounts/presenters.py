"""What the account page shows, as rows."""

from allauth.mfa.models import Authenticator
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts import mfa
from accounts.models import User
from accounts.registry import Task


def rows(user: User) -> list[Task]:
    return [
        Task("", _("E-mail address"), reverse("account_email"), user.email),
        Task("", _("Ways to sign in"), reverse("mfa_index"), ways(user)),
        Task(
            "", _("Where you are signed in"), reverse("usersessions_list"), _("Sign out devices that you no longer use")
        ),
        Task("", _("Take everything with you"), reverse("accounts:export"), _("All your data as one file")),
        Task("", _("Close the account"), reverse("accounts:close"), _("Everything is deleted")),
        Task("", _("Sign out"), reverse("account_logout")),
    ]


def ways(user: User) -> str:
    types = list(Authenticator.objects.filter(user=user).values_list("type", flat=True))
    found = [_("Code by mail")]
    if passkeys := types.count(mfa.PASSKEY):
        found.append(ngettext("%(count)d passkey", "%(count)d passkeys", passkeys) % {"count": passkeys})
    if mfa.APP in types:
        found.append(_("Authenticator app"))
    return ", ".join(found)


# Order matters, since each browser names its forebears.
BROWSERS = (
    *(("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung"), ("Firefox", "Firefox"), ("FxiOS", "Firefox")),
    *(("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari")),
)
SYSTEMS = (
    *(("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows")),
    *(("Macintosh", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux")),
)


def device(user_agent: str) -> str:
    """A browser's long name -> "Chrome, Android": enough to know the own phone again."""
    found = [next((name for mark, name in names if mark in user_agent), "") for names in (BROWSERS, SYSTEMS)]
    return ", ".join(filter(None, found)) or _("Unknown device")
