"""How do we know? The page of one voice, for whoever may read it on the worker's page or holds a share link that names it."""

from dataclasses import replace

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from network.employers.viewer import viewer_of
from network.profiles import passes, readers
from network.profiles.models import Profile
from network.profiles.presenters import shown_name
from network.profiles.sight import sight_of
from references.models import Voice
from references.voices import presenters, together
from references.voices.knowing import of_voice_shown


@login_not_required
@never_cache
@require_safe
def how(request: HttpRequest, public_id: str) -> HttpResponse:
    """404 while the worker does not show it to this reader, and for employers she hides from (law 4)."""
    voice, passed = _readable(request, public_id)
    (shown,) = presenters.shown([voice])
    name = shown_name(voice.profile)
    knowing = of_voice_shown(voice, replace(shown, passed=passed), name, _together(request, voice))
    response = render(request, "references/voices/how.html", {"voice": shown, "name": name, "knowing": knowing})
    response["X-Robots-Tag"] = "noindex, noarchive"
    return response


def _readable(request: HttpRequest, public_id: str) -> tuple[Voice, str]:
    """The voice, and the pass it was opened with, if one was needed."""
    viewer = viewer_of(request.user)
    voice = Voice.objects.openable_by(viewer).with_mutual(viewer).filter(public_id=public_id).first()
    if voice is None:
        raise Http404
    key, passed = voice.key_of_item, request.GET.get(passes.NAME, "")
    opens = Profile.objects.openable_by(viewer).filter(pk=voice.profile_id).exists()
    if opens and presenters.is_seen(voice, sight_of(voice.profile, viewer)):
        return voice, ""
    if readers.holds_pass(viewer, voice.profile, key, passed):
        return voice, passed
    raise Http404


def _together(request: HttpRequest, voice: Voice) -> str:
    """What three say together, if this is one of them and the reader sees all three."""
    if not voice.instead:
        return ""
    sight = sight_of(voice.profile, viewer_of(request.user))
    others = Voice.objects.filter(station=voice.station_id, instead=True).shown_now().with_about()
    found = together.three(each for each in others if presenters.is_seen(each, sight))
    return presenters.three_words(found) if found and voice in found.voices else ""
