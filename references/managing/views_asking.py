"""Who said something here, has no account, and lost the mail: a fresh link to the mailbox. The answer is always the same."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language, pgettext
from django.views.decorators.cache import never_cache

from accounts import throttle
from accounts.mailbox import without_tag
from network.ui import pages
from references import doors
from references.managing import asking, throttles
from references.managing.forms import MailboxForm


@login_not_required
@never_cache
def ask(request: HttpRequest) -> HttpResponse:
    """Over the limit of one mailbox nothing is sent, and the answer is still the same: it tells nothing about the mailbox."""
    if "sent" in request.GET and request.method != "POST":
        return _sent(request)
    form = MailboxForm(pages.posted(request))
    if request.method == "POST":
        throttle.require(request, throttles.ASK)
        if form.is_valid():
            mailbox = form.cleaned_data["mailbox"]
            if throttle.allow(request, throttles.MAIL, key=without_tag(mailbox)):
                asking.ask(mailbox=mailbox, language=get_language() or "de")
            return redirect(f"{reverse('references:managing')}?sent")
    return pages.ask(
        request,
        form,
        title=pgettext("to referee", "What have I signed here?"),
        hint=pgettext(
            "to referee",
            "You have signed a reference for somebody, or confirmed a work, and have no account here. We send a link to your mailbox."
            " With it you read what stands there, withdraw it, or have your name deleted.",
        ),
        button=pgettext("to referee", "Send me the link"),
        template="references/managing/ask.html",
        signed_in=doors.person(request) is not None,
    )


def _sent(request: HttpRequest) -> HttpResponse:
    return pages.done(
        request,
        title=pgettext("to referee", "Look into your mailbox"),
        text=pgettext(
            "to referee",
            "If something was signed or confirmed from this mailbox, a mail is on its way. That can take a few minutes. We send one every 10"
            " minutes at most.\n\nNo mail? Then you were asked at another address, or in the same room: try the other address, or write to"
            " us. Whether something was signed we tell only in the mail.",
        ),
        links=[
            (reverse("references:managing"), pgettext("to referee", "Try another address")),
            (reverse("home:contact"), pgettext("to referee", "Write to us")),
        ],
    )
