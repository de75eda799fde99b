"""One's own samples: the list and the questions. Photos are in photo_views.py."""

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
from network.samples import actions, forms, hints, presenters, rules, witnessing, words
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
    return get_object_or_404(
        own.select_related("profile__occupation__field", "station__occupation__field", "station__place"), pk=pk
    )


def address(name: str, sample: WorkSample) -> str:
    return reverse(f"samples:{name}", args=[sample.pk])


@require_safe
def samples(request: HttpRequest) -> HttpResponse:
    profile = profile_of(request)
    return render(
        request, "samples/list.html", {"samples": list(profile.samples.counting_photos()), "back": reverse("home:me")}
    )


def new(request: HttpRequest) -> HttpResponse:
    """Piece or case. Where only a case is possible the page says why."""
    profile = profile_of(request)
    if not rules.may_add_sample(profile):
        return pages.done(
            request,
            title=_("You have 40 work samples"),
            text=_("That is as many as we keep. Delete one before you add another."),
            links=[(reverse("samples:list"), _("To your work samples"))],
        )
    form = forms.KindForm(request.POST or None, profile=profile)
    if form.is_valid():
        return redirect("samples:write", kind=form.cleaned_data["kind"])
    why = "" if rules.may_show_pieces(profile) else words.CARE if profile.occupation else words.UNKNOWN
    return pages.ask(
        request,
        form,
        title=_("What do you want to show?"),
        back=reverse("samples:list"),
        template="samples/new.html",
        why=why,
    )


def write(request: HttpRequest, kind: str) -> HttpResponse:
    """The words of a new sample."""
    profile = profile_of(request)
    wrong = kind == WorkSample.Kind.PIECE and not rules.may_show_pieces(profile)
    if kind not in WorkSample.Kind.values or wrong or not rules.may_add_sample(profile):
        return redirect("samples:new")
    form = forms.text_form(kind)(request.POST or None, initial={"once": uuid.uuid4()})
    if form.is_valid():
        throttle.require(request, STARTS, key=str(request.user.pk))
        sample = actions.start(by=profile.user, profile=profile, kind=kind, once=form.once_or_new(), texts=form.texts())
        return redirect("samples:when", sample.pk)
    return pages.ask(request, form, title=_title(kind), back=reverse("samples:new"))


def text(request: HttpRequest, pk: int) -> HttpResponse:
    sample = sample_of(request, pk)
    kept = {name: getattr(sample, name) for name in ("title", "asked", "did", "share", "result")}
    form = forms.text_form(sample.kind)(request.POST or None, initial=kept)
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
    rows = [pages.Row(_("Title"), sample.title, address("text", sample))]
    rows += [pages.Row(label, value, address("text", sample)) for label, value in presenters.facts(sample)[:-1]]
    rows.append(
        pages.Row(
            _("When and where"), presenters.when_and_where(sample) or "–", f"{address('when', sample)}?next={here}"
        )
    )
    return pages.check(
        request,
        title=sample.title,
        rows=rows,
        back=reverse("samples:list"),
        template="samples/one.html",
        **_seen(sample),
    )


def _seen(sample: WorkSample) -> dict[str, object]:
    texts = (sample.title, sample.asked, sample.did, sample.share, sample.result)
    return {
        "sample": sample,
        "shots": [presenters.shot(photo) for photo in presenters.in_order(sample)],
        "takes_photos": rules.takes_photos(sample),
        "hints": hints.in_text(*texts) if sample.kind == WorkSample.Kind.CASE else [],
    }


def consent(request: HttpRequest, pk: int) -> HttpResponse:
    """Nothing is shown before the worker has said that nobody is hurt by it."""
    sample = sample_of(request, pk)
    form = forms.ConsentForm(request.POST or None, sample=sample)
    if form.is_valid():
        actions.consent(by=sample.profile.user, sample=sample)
        messages.success(request, _("This is on your page now. Who can open your page is up to you."))
        return redirect("samples:one", pk)
    return pages.ask(
        request,
        form,
        title=_("Check once more before others see it"),
        back=address("one", sample),
        button=_("Show on my page"),
        template="samples/consent.html",
        **_seen(sample),
    )


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
