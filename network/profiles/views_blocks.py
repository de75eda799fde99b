"""Blocked firms: a page that lists and adds, one that removes."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from network.profiles import actions
from network.profiles.forms_blocks import BlockForm
from network.profiles.models import Profile
from network.profiles.views import WorkerRequest, with_profile
from network.ui import pages


@with_profile
def blocks(request: WorkerRequest, profile: Profile) -> HttpResponse:
    form = BlockForm(pages.posted(request))
    if request.method == "POST" and form.is_valid():
        actions.block(by=request.user, profile=profile, **form.cleaned_data)
        return redirect("profiles:blocks")
    return pages.ask(
        request,
        form,
        title=_("Blocked firms"),
        template="profiles/blocks.html",
        profile=profile,
        blocks=profile.blocks.select_related("employer__place", "place").order_by("pk"),
        back=reverse("profiles:mine"),
        button=_("Block"),
    )


@with_profile
def unblock(request: WorkerRequest, profile: Profile, pk: int) -> HttpResponse:
    block = get_object_or_404(profile.blocks.select_related("employer"), pk=pk)
    if request.method == "POST":
        actions.unblock(by=request.user, block=block)
        return redirect("profiles:blocks")
    firm = block.employer.name if block.employer else block.name
    return pages.confirm(
        request,
        title=_("Take this block back?"),
        text=_("People from %(firm)s can then find and open your page again, like everybody else.") % {"firm": firm},
        button=_("Unblock"),
        back=reverse("profiles:blocks"),
    )
