"""Qualifications: a list, one paper, adding and changing it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from network.occupations.models import QualificationKind
from network.profiles import actions, presenters, recognition
from network.profiles.forms_papers import KindForm, PaperForm
from network.profiles.models import Profile, Qualification, Station
from network.profiles.views import WorkerRequest, with_profile
from network.ui import pages


@with_profile
@require_safe
def qualifications(request: WorkerRequest, profile: Profile) -> HttpResponse:
    papers = presenters.paper_views(profile.qualifications.as_papers(), timezone.localdate())
    return render(request, "profiles/papers.html", {"papers": papers, "back": reverse("profiles:mine")})


@with_profile
@require_safe
def qualification(request: WorkerRequest, profile: Profile, pk: int) -> HttpResponse:
    paper = own_paper(profile, pk)
    (view,) = presenters.paper_views(profile.qualifications.filter(pk=pk).as_papers(), timezone.localdate())
    context = {
        "paper": paper,
        "view": view,
        "rows": presenters.paper_rows(paper, steps=False)[1:],  # the head of the page names it
        "steps": recognition.step_views(paper.recognition) if paper.kind.slug == recognition.KIND else (),
        "back": reverse("profiles:qualifications"),
    }
    return render(request, "profiles/paper.html", context)


@with_profile
def add_qualification(request: WorkerRequest, profile: Profile) -> HttpResponse:
    """First which one it is; what is asked about it depends on that."""
    form = KindForm(pages.posted(request))
    if request.method == "POST" and form.is_valid():
        return redirect("profiles:add_qualification_of", form.cleaned_data["kind"].slug)
    back = reverse("profiles:qualifications")
    title = _("Which certificate or licence do you have?")
    return pages.ask(request, form, title=title, template="profiles/paper_kind.html", back=back)


@with_profile
def add_qualification_of(request: WorkerRequest, profile: Profile, slug: str) -> HttpResponse:
    kind = get_object_or_404(QualificationKind.objects.filter(current=True), slug=slug)
    there = profile.qualifications.select_related("kind", "recognised_as").filter(kind=kind).first()
    if there and request.method != "POST":
        messages.info(request, _("You have this already. Here you can change it."))
        return redirect("profiles:change_qualification", there.pk)
    form = PaperForm(pages.posted(request), kind=kind, stations=_stations(profile))
    if there:
        return _there_already(request, form, there)
    if request.method == "POST" and form.is_valid():
        paper = actions.add_qualification(by=request.user, profile=profile, kind=kind, **form.paper())
        return _saved(paper)
    return _form_page(request, form, kind, back=reverse("profiles:add_qualification"))


@with_profile
def change_qualification(request: WorkerRequest, profile: Profile, pk: int) -> HttpResponse:
    paper = own_paper(profile, pk)
    form = PaperForm(pages.posted(request), kind=paper.kind, stations=_stations(profile), paper=paper)
    if request.method == "POST" and form.is_valid():
        actions.change_qualification(by=request.user, qualification=paper, **form.paper())
        return redirect("profiles:qualification", pk)
    return _form_page(request, form, paper.kind, paper=paper, back=reverse("profiles:qualification", args=[pk]))


@with_profile
def remove_qualification(request: WorkerRequest, profile: Profile, pk: int) -> HttpResponse:
    paper = own_paper(profile, pk)
    if request.method == "POST":
        actions.remove_qualification(by=request.user, qualification=paper)
        return redirect("profiles:qualifications")
    return pages.confirm(
        request,
        title=_("Remove this certificate?"),
        text=_("%(name)s disappears from your page.") % {"name": paper.kind},
        button=_("Remove certificate"),
        back=reverse("profiles:qualification", args=[pk]),
    )


def own_paper(profile: Profile, pk: int) -> Qualification:
    """With all that stands on it. Raises Http404 for papers of others."""
    found = profile.qualifications.select_related(
        "profile", "kind", "recognised_as", "station__place", "station__employer"
    )
    return get_object_or_404(found, pk=pk)


def _there_already(request: WorkerRequest, form: PaperForm, there: Qualification) -> HttpResponse:
    """A second tab or a second click: the same answers are stored already, others are shown on the page that changes it."""
    if form.is_valid() and form.says_the_same(there):
        return redirect("profiles:qualifications")
    change = reverse("profiles:change_qualification", args=[there.pk])
    return _form_page(request, form, there.kind, paper=there, back=reverse("profiles:qualifications"), change=change)


def _saved(paper: Qualification) -> HttpResponse:
    if paper.kind.slug == recognition.KIND:
        return redirect("profiles:recognition", paper.pk)
    return redirect("profiles:qualifications")


def _form_page(
    request: WorkerRequest,
    form: PaperForm,
    kind: QualificationKind,
    *,
    back: str,
    change: str = "",
    paper: Qualification | None = None,
) -> HttpResponse:
    seen = presenters.seen_words(paper.seen_by, paper.seen_on) if paper else ""
    context = {"kind": kind, "paper": paper, "seen": seen, "change": change, "back": back, "button": _("Save")}
    return pages.ask(request, form, title=str(kind), template="profiles/paper_form.html", **context)


def _stations(profile: Profile) -> list[Station]:
    return list(profile.stations.select_related("employer", "place"))
