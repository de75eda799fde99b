"""One's own samples: the list and the questions. Photos are in photo_views.py, what is asked before others see them in views_consent.py."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts import throttle
from accounts.returns import safe_next
from network.profiles.models import Profile
from network.samples import actions, forms, hints, presenters, prompts, rules, shots, witnessing, words
from network.samples.models import WorkSample
from network.ui import pages

STARTS = throttle.Limit("sample_start", "60/d")
GONE = "samples_gone"  # in the session: what was removed last


def profile_of(request: HttpRequest) -> Profile:
    """404 for people who never started a page of their own."""
    return get_object_or_404(Profile.objects.select_related("occupation__field"), user_id=request.user.pk)


def sample_of(request: HttpRequest, pk: int) -> WorkSample:
    """404 for everybody else's."""
    own = WorkSample.objects.of(request.user).with_photos()
    return get_object_or_404(own.select_related("profile__occupation__field"), pk=pk)


def address(name: str, sample: WorkSample) -> str:
    return reverse(f"samples:{name}", args=[sample.pk])


@require_safe
def samples(request: HttpRequest) -> HttpResponse:
    profile = profile_of(request)
    return render(
        request, "samples/list.html", {"samples": list(profile.samples.counting_photos()), "back": reverse("home:me")}
    )


def new(request: HttpRequest) -> HttpResponse:
    """Piece or case. Where only a case is possible the page says why, and offers nothing else."""
    profile = profile_of(request)
    if not rules.may_add_sample(profile):
        return pages.done(
            request,
            title=_("You have 40 work samples"),
            text=_("That is as many as we keep. Delete one before you add another."),
            links=[(reverse("samples:list"), _("To your work samples"))],
        )
    if request.method != "POST" and not rules.may_show_pieces(profile):
        return _only_a_case(request, profile)
    form = forms.KindForm(request.POST or None, profile=profile)
    if form.is_valid():
        return redirect("samples:write", kind=form.cleaned_data["kind"])
    return pages.ask(request, form, title=_("What do you want to show?"), back=reverse("samples:list"))


def _only_a_case(request: HttpRequest, profile: Profile) -> HttpResponse:
    links = [(reverse("samples:write", args=[WorkSample.Kind.CASE]), _("Write a case"))]
    if profile.occupation is None:
        links.insert(0, (reverse("profiles:question", args=["occupation"]), _("Say your occupation")))
    return pages.done(
        request,
        title=_("What do you want to show?"),
        text=str(words.CARE if profile.occupation else words.UNKNOWN),
        links=links,
        back=reverse("samples:list"),
    )


def write(request: HttpRequest, kind: str) -> HttpResponse:
    """The words of a new sample."""
    profile = profile_of(request)
    wrong = kind == WorkSample.Kind.PIECE and not rules.may_show_pieces(profile)
    if kind not in WorkSample.Kind.values or wrong or not rules.may_add_sample(profile):
        return redirect("samples:new")
    trade = profile.occupation.field if profile.occupation else None
    form = forms.TextForm(pages.posted(request), kind=kind, trade=trade, initial={"once": uuid.uuid4()})
    if form.is_valid():
        throttle.require(request, STARTS, key=str(request.user.pk))
        sample = actions.start(by=profile.user, profile=profile, kind=kind, once=form.once_or_new(), texts=form.texts())
        return redirect("samples:when", sample.pk)
    return pages.ask(request, form, title=_title(kind), back=reverse("samples:new"))


def text(request: HttpRequest, pk: int) -> HttpResponse:
    sample = sample_of(request, pk)
    trade, kept = prompts.field_of(sample), prompts.answers(sample)
    form = forms.TextForm(pages.posted(request), kind=sample.kind, trade=trade, initial=kept)
    if form.is_valid():
        actions.describe(by=sample.profile.user, sample=sample, texts=form.texts())
        return redirect("samples:one", pk)
    around = {"back": address("one", sample), "hint": witnessing.warning(sample)}
    return pages.ask(request, form, title=_title(sample.kind), button=_("Save"), **around)


def _title(kind: str) -> str:
    return _("Tell about the case") if kind == WorkSample.Kind.CASE else _("Tell about the work")


def when(request: HttpRequest, pk: int) -> HttpResponse:
    sample = sample_of(request, pk)
    initial = {"month": sample.month, "station": sample.station_id}
    form = forms.WhenForm(request.POST or None, sample=sample, initial=initial)
    if form.is_valid():
        actions.place_in_time(
            by=sample.profile.user,
            sample=sample,
            month=form.cleaned_data["month"],
            station=form.cleaned_data.get("station"),
        )
        return HttpResponseRedirect(
            safe_next(request, address("photos" if rules.takes_photos(sample) else "consent", sample))
        )
    around = {"back": address("one", sample), "hint": witnessing.warning(sample)}
    return pages.ask(request, form, title=_("When and where was it?"), **around)


def one(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything about one sample; POST shows or hides it."""
    sample = sample_of(request, pk)
    if request.method == "POST":
        actions.show(by=sample.profile.user, sample=sample, shown=request.POST.get("shown") == "1")
        return redirect("samples:one", pk)
    here = address("one", sample)
    rows = [pages.Row(question, answer or "–", address("text", sample)) for question, answer in presenters.told(sample)]
    place = presenters.when_and_where(sample) or "–"
    rows.append(pages.Row(_("When and where"), place, f"{address('when', sample)}?next={here}"))
    return pages.check(
        request,
        title=sample.title,
        rows=rows,
        back=reverse("samples:list"),
        template="samples/one.html",
        **seen(sample),
    )


def seen(sample: WorkSample) -> dict[str, object]:
    """What the page of a sample and the page before it is shown have in common."""
    case = sample.kind == WorkSample.Kind.CASE
    return {
        "sample": sample,
        "gallery": shots.gallery(sample),
        "hidden": shots.hidden(sample),
        "takes_photos": rules.takes_photos(sample),
        "hints": hints.in_text(*prompts.answers(sample).values()) if case else [],
    }


def delete(request: HttpRequest, pk: int) -> HttpResponse:
    found = WorkSample.objects.of(request.user).filter(pk=pk).select_related("profile__user").first()
    if found is None:
        return after_second_click(request, f"sample {pk}", reverse("samples:list"))
    if request.method == "POST":
        actions.remove(by=found.profile.user, sample=found)
        request.session[GONE] = f"sample {pk}"
        messages.success(request, _("“%s” is deleted, with all its photos.") % found.title)
        return redirect("samples:list")
    return pages.confirm(
        request,
        title=_("Delete “%s”?") % found.title,
        text=_("The words and the photos are gone for good."),
        button=_("Delete"),
        back=address("one", found),
    )


def after_second_click(request: HttpRequest, what: str, back: str) -> HttpResponse:
    """Who has just removed it and clicks again goes on as after the first click; everybody else gets 404."""
    if request.method == "POST" and request.session.get(GONE) == what:
        return redirect(back)
    raise Http404
