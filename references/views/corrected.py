"""What a correction's pages say when it goes no further: done, too late, or not for this person."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import pgettext

from network.ui import pages
from network.ui.templatetags.ui import day
from references.actions import Issued
from references.correcting import Hindrance, has_mailbox, hindrance
from references.doors import person
from references.links import Standing
from references.models import Reference
from references.payload import said_in
from references.presenters import firm_in


def instead(request: HttpRequest, old: Reference, standing: Standing) -> HttpResponse | None:
    """The page for whoever cannot go on with it, or None."""
    if standing is Standing.ANSWERED:
        return pages.done(
            request,
            title=pgettext("to referee", "Thank you. Your correction is signed."),
            text=pgettext("to referee", "The old reference says that it was corrected.") + " " + _where(old),
        )
    if why := hindrance(person(request), old):
        return cannot(request, old, why)
    if standing is Standing.OPEN:
        return None
    return pages.done(
        request,
        title=pgettext("to referee", "Nothing was corrected"),
        text=pgettext(
            "to referee",
            "Your reference stands as it was, and what you had begun is deleted. You can begin anew with the link in your mailbox.",
        ),
    )


def cannot(request: HttpRequest, old: Reference, why: Hindrance) -> HttpResponse:
    title, text = words(old, why)
    links = []
    if why is Hindrance.SIGN_IN:
        log_in = f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}"
        links = [(log_in, pgettext("to referee", "Sign in"))]
    return pages.done(request, title=title, text=text, links=links)


def words(old: Reference, why: Hindrance) -> tuple[str, str]:
    """Title and text; the manage page shows them in the place of the button."""
    if why is Hindrance.WITHDRAWN:
        return (
            pgettext("to referee", "The reference is withdrawn"),
            pgettext("to referee", "What was withdrawn cannot be corrected. You can be asked for a new reference."),
        )
    if why is Hindrance.CORRECTED:
        on = {"day": day(timezone.localdate(old.correction.at))}
        return (
            pgettext("to referee", "It is corrected already"),
            pgettext("to referee", "You put it right on %(day)s.") % on + " " + _where(old),
        )
    if why is Hindrance.GONE:
        return (
            pgettext("to referee", "It cannot be corrected any more"),
            pgettext(
                "to referee", "The job that it is about does not stand on the page any more. You can withdraw it."
            ),
        )
    if why is Hindrance.LEFT:
        firm = {"firm": firm_in(said_in(old))}
        return (
            pgettext("to referee", "You cannot correct it any more"),
            pgettext(
                "to referee",
                "It was signed in the name of %(firm)s, and whoever signed does not speak for it any more. You can withdraw it.",
            )
            % firm,
        )
    if why is Hindrance.UNKNOWN:
        return (
            pgettext("to referee", "It cannot be corrected from here"),
            pgettext(
                "to referee",
                "It was signed by a code to a phone, and the number is deleted. So nothing tells us that it is the same person who corrects"
                " it. You can withdraw it, and be asked anew.",
            ),
        )
    return (
        pgettext("to referee", "Sign in to correct it"),
        pgettext("to referee", "It was signed by somebody who was signed in. Only the same account can correct it."),
    )


def _where(old: Reference) -> str:
    if has_mailbox(old):
        return pgettext("to referee", "The newer reference has a link of its own: it is in the mail of that day.")
    return pgettext(
        "to referee", "The newer reference has a link of its own: it stood on the page after the signature."
    )


def signed(issued: Issued) -> HttpResponse:
    """To the page of the new one: its address is the key to withdraw it, or to correct it again."""
    return redirect(f"{reverse('references:manage', args=[issued.manage_token])}?signed")
