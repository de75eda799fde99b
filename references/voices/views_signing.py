"""The last steps of a voice: everything once more, the mailbox and its code where one is needed, the own page to take it back."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import pgettext

from accounts import codes, throttle
from network.profiles import words
from network.profiles.months import month_of
from network.profiles.presenters import shown_name
from network.ui import pages
from network.ui.pages import Row
from references import mutual
from references.doors import person
from references.ladder import ACCOUNT, CODE, LINK
from references.models import Voice
from references.said import pages as said
from references.said.answering import purpose, send_code
from references.signals import traces
from references.views.codes import Limits
from references.voices import answering, presenters, rules, throttles
from references.voices.about import context_of, fitting, of_voice
from references.voices.answering import Answer
from references.voices.doors import by_link
from references.voices.forms import MailboxForm, SignForm

READ = "voices"  # in the session: what stood on the check page, by voice
MOST_READ = 20


@by_link
def check(request: HttpRequest, voice: Voice, token: str) -> HttpResponse:
    """Everything that will be confirmed. POST confirms, or asks for the code first; only what stood here is confirmed."""
    about, answer = of_voice(voice), answering.kept(voice)
    if not answering.is_whole(answer, about):
        return redirect("references:voice_seen", token)
    seal = answer.seal(about)
    form = SignForm(pages.posted(request), initial={"seen": seal})
    how = rules.how_known(request.user, voice)
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["seen"] != seal:
            return redirect(f"{reverse('references:voice_check', args=[token])}?changed")
        if rules.needs_code(voice, how):
            _remember(request, voice, seal)
            return _to_code(request, voice, token)
        return _finish(request, voice, token, seal)
    speaker = person(request) if how == ACCOUNT else None
    level = rules.level_of(voice, how if speaker else LINK, speaker)
    likely = CODE if rules.needs_code(voice, how) else how
    return pages.check(
        request,
        title=pgettext("to witness", "Is everything right?"),
        hint=pgettext("to witness", "Exactly this is confirmed."),
        caption=pgettext("to witness", "Step %(step)d of 3") % {"step": 3},
        rows=_rows(voice, answer, token),
        form=form,
        button=pgettext("to witness", "Yes, confirm it in my name"),
        template="references/voices/check.html",
        level=level,
        plate=presenters.plate(level, voice.kind, likely),
        changed="changed" in request.GET,
        gone=voice.instead,
        mutual=bool(speaker and mutual.confirm_each_other(speaker, voice.profile.user)),
        name=shown_name(voice.profile),
        back=reverse("references:voice_seen", args=[token]),
    )


def _rows(voice: Voice, answer: Answer, token: str) -> list[Row]:
    about = of_voice(voice)
    you, seen = reverse("references:voice", args=[token]), reverse("references:voice_seen", args=[token])
    known = {each.code: str(each) for each in fitting(about)}
    together = []
    if answer.first and answer.last:
        span = words.span(month_of(answer.first), month_of(answer.last))
        together = [Row(pgettext("to witness", "Together"), span, you)]
    return [
        Row(pgettext("to witness", "Person"), shown_name(voice.profile)),
        Row(pgettext("to witness", "About"), presenters.about_words(context_of(about))),
        *together,
        Row(pgettext("to witness", "Seen"), [known.get(code, code) for code in answer.statements], seen),
        Row(pgettext("to witness", "You"), answer.shown_name, you),
    ]


def _remember(request: HttpRequest, voice: Voice, seal: str) -> None:
    """Another browser with the same link may change the words meanwhile; the code confirms what was read here."""
    read = {**request.session.get(READ, {}), voice.public_id: seal}
    request.session[READ] = dict(list(read.items())[-MOST_READ:])


def _to_code(request: HttpRequest, voice: Voice, token: str) -> HttpResponse:
    """The digits leave with the button of the check page, so that the next page only asks for them."""
    if not voice.email:
        return redirect("references:voice_mailbox", token)
    waiting = codes.is_waiting(purpose=purpose(voice), subject=voice.public_id, email=voice.email)
    if not waiting:
        throttle.require(request, throttles.SEND_CODE, key=voice.public_id)
        send_code(by=person(request), said=voice)
    return redirect(f"{reverse('references:voice_code', args=[token])}?sent")


@by_link
def mailbox(request: HttpRequest, voice: Voice, token: str) -> HttpResponse:
    """In the same room: one of three names the own mailbox, so that three are three."""
    if voice.channel != Voice.Channel.ROOM or voice.public_id not in request.session.get(READ, {}):
        return redirect("references:voice_check", token)
    form = MailboxForm(pages.posted(request), initial={"email": voice.email})
    if request.method == "POST" and form.is_valid():
        throttle.require(request, throttles.SEND_CODE, key=voice.public_id)
        try:
            answering.name_mailbox(by=person(request), voice=voice, **form.cleaned_data)
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            send_code(by=person(request), said=voice)
            return redirect(f"{reverse('references:voice_code', args=[token])}?sent")
    hint = pgettext("to witness", "Three colleagues stand in for the boss. So we make sure that they are three.")
    back = reverse("references:voice_check", args=[token])
    title, template = pgettext("to witness", "Where may we send a code?"), "references/question.html"
    return pages.ask(request, form, title=title, template=template, hint=hint, back=back)


@by_link
def code(request: HttpRequest, voice: Voice, token: str) -> HttpResponse:
    """Six digits to the mailbox. Right digits confirm what was read in this browser."""
    seal = request.session.get(READ, {}).get(voice.public_id)
    if not seal or not voice.email:
        return redirect("references:voice_check", token)
    return said.code(
        request,
        voice,
        token,
        finish=lambda: _finish(request, voice, token, seal, by_code=True),
        limits=Limits(throttles.SEND_CODE, throttles.TRY_CODE),
        back=reverse("references:voice_check", args=[token]),
    )


def _finish(request: HttpRequest, voice: Voice, token: str, seal: str, *, by_code: bool = False) -> HttpResponse:
    """Confirm, and go where it can be read and taken back."""
    by, box = person(request), voice.email
    try:
        own_token = answering.confirm(by=by, voice=voice, token=token, seen=seal, by_code=by_code)
    except answering.Changed:
        return redirect(f"{reverse('references:voice_check', args=[token])}?changed")
    traces.of_other(request, subject=f"voice:{voice.public_id}", profile=voice.profile, mailbox=box)
    return redirect(f"{reverse('references:voice_own', args=[own_token])}?thanks")
