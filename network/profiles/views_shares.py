"""Share links, as the worker makes and ends them."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts import throttle
from accounts.mail import link
from network.profiles import actions, items, rules
from network.profiles.forms_sharing import ShareForm
from network.profiles.models import Profile
from network.profiles.presenters import share_view
from network.profiles.views import WorkerRequest, with_profile
from network.ui import pages, qr

SHARES = throttle.Limit("share-link", "60/d")


@with_profile
def shares(request: WorkerRequest, profile: Profile) -> HttpResponse:
    """Open links first, then those that are over."""
    rows = [share_view(share) for share in profile.shares.with_hours()]
    context = {
        "open": [row for row in rows if row.open],
        "over": [row for row in rows if not row.open],
        "room": sum(row.open for row in rows) < rules.MOST_SHARES,
        "back": reverse("profiles:mine"),
    }
    return render(request, "profiles/shares.html", context)


@with_profile
def new_share(request: WorkerRequest, profile: Profile) -> HttpResponse:
    """The answer itself shows the address, for it is stored nowhere. Sent again, it is the same link."""
    groups = items.groups_of(profile)
    form = ShareForm(pages.posted(request), groups=groups)
    if request.method == "POST":
        throttle.require(request, SHARES, key=str(profile.pk))
        if form.is_valid():
            try:
                made = actions.share(by=request.user, profile=profile, **form.cleaned_data)
                return _made(request, made, groups)
            except ValidationError as problem:
                form.add_error(None, problem)
    return pages.ask(
        request,
        form,
        title=_("New share link"),
        template="profiles/shares_new.html",
        empty=not groups,
        profile=profile,
        back=reverse("profiles:shares"),
        button=_("Make the link"),
    )


def _made(request: WorkerRequest, shared: actions.Shared, groups: list[items.Group]) -> HttpResponse:
    """The address, once. Who reloads after ending the link sees the list."""
    row = share_view(shared.share, items.every(groups))
    if not row.open:
        return redirect("profiles:shares")
    address = link(reverse("profiles:shared", args=[shared.token]))
    context = {
        "row": row,
        "address": address,
        "square": qr.square(address, _("A square for the camera. It opens your page.")),
    }
    return render(request, "profiles/shares_made.html", context)


@with_profile
def one_share(request: WorkerRequest, profile: Profile, pk: int) -> HttpResponse:
    """What it shows, until when, when it was opened; and the button that ends it."""
    share = profile.shares.filter(pk=pk).with_hours()
    if not share:
        raise Http404
    row = share_view(share[0], items.every(items.groups_of(profile)))
    return render(request, "profiles/shares_one.html", {"row": row, "back": reverse("profiles:shares")})


@with_profile
def end_share(request: WorkerRequest, profile: Profile, pk: int) -> HttpResponse:
    """At once with the button of its page; who opens the address is asked before."""
    share = get_object_or_404(profile.shares.select_related("profile"), pk=pk)
    if request.method == "POST":
        actions.end_share(by=request.user, share=share)
        return redirect("profiles:share", pk)
    name = {"name": share.name}
    return pages.confirm(
        request,
        title=_("End this link?"),
        text=_("The link for %(name)s stops working at once. You can make a new one at any time.") % name,
        button=_("End the link"),
        back=reverse("profiles:share", args=[pk]),
    )
