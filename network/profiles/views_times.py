"""The week as a table, and languages one by one."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from network.occupations import vocabulary
from network.profiles import actions, presenters
from network.profiles import week as weeks
from network.profiles.forms_skills import LanguageForm
from network.profiles.forms_times import QUICK, WeekForm
from network.profiles.models import Profile
from network.profiles.questions import next_url
from network.profiles.views import WorkerRequest, with_profile
from network.ui import pages


@with_profile
def week(request: WorkerRequest, profile: Profile) -> HttpResponse:
    """Ticks, or one of the quick choices: that is saved at once and can be changed below."""
    quick = QUICK.get(request.POST.get("quick", ""))
    if request.method == "POST" and quick:
        actions.save_week(by=request.user, profile=profile, week=weeks.places_of(quick.week))
        messages.success(request, _("Saved. You can still change single ticks."))
        return redirect("profiles:week")
    form = WeekForm(pages.posted(request), initial={"week": weeks.places_of(profile.week)})
    if request.method == "POST" and form.is_valid():
        actions.save_week(by=request.user, profile=profile, week=form.cleaned_data["week"])
        return redirect(next_url(profile, after="week"))
    return pages.ask(
        request,
        form,
        title=_("When can you work?"),
        template="profiles/week.html",
        quick=QUICK,
        back=reverse("profiles:mine"),
    )


@with_profile
def languages(request: WorkerRequest, profile: Profile) -> HttpResponse:
    """The list, and one more. Who names a language again changes how well it is spoken."""
    named = request.GET.get("language", "")
    form = LanguageForm(pages.posted(request), initial={"language": named, "level": profile.languages.get(named, "")})
    if request.method == "POST" and form.is_valid():
        actions.save_language(by=request.user, profile=profile, **form.cleaned_data)
        return redirect("profiles:languages")
    return pages.ask(
        request,
        form,
        title=_("Languages"),
        template="profiles/languages.html",
        spoken=presenters.spoken(profile),
        button=_("Save language"),
        back=reverse("profiles:mine"),
    )


@with_profile
def remove_language(request: WorkerRequest, profile: Profile, language: str) -> HttpResponse:
    entry = vocabulary.by_slug(vocabulary.LANGUAGES, language)
    if not entry:
        raise Http404
    if request.method == "POST":
        actions.remove_language(by=request.user, profile=profile, language=language)
        return redirect("profiles:languages")
    return pages.confirm(
        request,
        title=_("Remove this language?"),
        text=_("%(name)s disappears from your page.") % {"name": entry.name},
        button=_("Remove language"),
        back=reverse("profiles:languages"),
    )
