"""Qualifications: a page that lists and adds, one that removes."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from network.profiles import actions, presenters
from network.profiles.forms_papers import QualificationForm
from network.profiles.models import Profile
from network.profiles.views import WorkerRequest, with_profile
from network.ui import pages


@with_profile
def qualifications(request: WorkerRequest, profile: Profile) -> HttpResponse:
    form = QualificationForm(pages.posted(request))
    if request.method == "POST" and form.is_valid():
        actions.add_qualification(by=request.user, profile=profile, **form.cleaned_data)
        return redirect("profiles:qualifications")
    return pages.ask(
        request,
        form,
        title=_("Certificates and licences"),
        template="profiles/qualifications.html",
        papers=presenters.paper_views(profile.qualifications.as_papers(), timezone.localdate()),
        back=reverse("profiles:mine"),
        button=_("Add"),
    )


@with_profile
def remove_qualification(request: WorkerRequest, profile: Profile, pk: int) -> HttpResponse:
    qualification = get_object_or_404(profile.qualifications.select_related("kind"), pk=pk)
    if request.method == "POST":
        actions.remove_qualification(by=request.user, qualification=qualification)
        return redirect("profiles:qualifications")
    return pages.confirm(
        request,
        title=_("Remove this certificate?"),
        text=_("%(name)s disappears from your page.") % {"name": qualification.kind},
        button=_("Remove certificate"),
        back=reverse("profiles:qualifications"),
    )
