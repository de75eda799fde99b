"""The step "code" of who was asked in person: own mailbox or phone, the digits, or on without."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import pgettext

from accounts import throttle
from accounts.codes import Result
from network.ui import pages
from references import throttles
from references.doors import person
from references.handshake import confirming
from references.handshake import throttles as own
from references.handshake.forms import ContactForm, TypedForm
from references.models import ReferenceRequest
from references.views.codes import known_now, why_not
from references.views.doors import around, go_on, is_known


def who(request: HttpRequest, asked: ReferenceRequest, token: str) -> HttpResponse:
    """GET shows; the buttons send digits, check them, or leave it."""
    if is_known(request, asked):
        return go_on(request, asked, token)
    if "without" in request.POST:
        confirming.leave(by=person(request), request=asked)
        return go_on(request, asked, token)
    if confirming.where(asked) and "other" not in request.GET and "contact" not in request.POST:
        return _digits(request, asked, token)
    return _contact(request, asked, token)


def _contact(request: HttpRequest, asked: ReferenceRequest, token: str) -> HttpResponse:
    here = reverse("references:step", args=[token, "code"])
    form = ContactForm(pages.posted(request), initial={"contact": confirming.where(asked)})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            _send(request, asked, said["email"], said["phone"])
            return redirect(here)
        except ValidationError as problem:
            form.add_error(None, problem)
    sign_in = f"{reverse('account_login')}?{urlencode({'next': here})}"
    context = {**around(asked, token, "code"), "template": "references/handshake/who.html", "sign_in": sign_in}
    firm = asked.station.employer
    context["firm"] = firm.name if firm and not person(request) else ""
    return pages.ask(request, form, title=pgettext("to referee", "Show that it is you who signs"), **context)


def _digits(request: HttpRequest, asked: ReferenceRequest, token: str) -> HttpResponse:
    here = reverse("references:step", args=[token, "code"])
    if "send" in request.POST:
        try:
            _send(request, asked, asked.referee_email, asked.referee_phone)
        except ValidationError:  # the worker has made it a contact of her own meanwhile
            return redirect(f"{here}?other")
        return redirect(here)
    form = TypedForm(pages.posted(request))
    if request.method == "POST" and form.is_valid():
        throttle.require(request, throttles.TRY_CODE, key=asked.public_id)
        result = confirming.confirm(by=person(request), request=asked, code=form.cleaned_data["code"])
        if result is Result.OK:
            return known_now(request, asked, token)
        form.add_error("code", why_not(result) if asked.referee_email else _why_phone(result))
    sent_to = pgettext("to referee", "We have sent 6 digits to %(where)s. They hold for 10 minutes.")
    form.fields["code"].help_text = sent_to % {"where": confirming.where(asked)}
    context = {**around(asked, token, "code"), "template": "references/handshake/typed.html"}
    return pages.ask(request, form, title=pgettext("to referee", "Show that it is you who signs"), **context)


def _send(request: HttpRequest, asked: ReferenceRequest, email: str, phone: str) -> None:
    throttle.require(request, throttles.SEND_CODE, key=asked.public_id)
    if phone:
        throttle.require(request, own.SMS_NUMBER, key=phone)
        throttle.require(request, own.SMS_HOUSE, key="all")
    confirming.send(by=person(request), request=asked, email=email, phone=phone)


def _why_phone(result: Result) -> str:
    return {
        Result.WRONG: pgettext("to referee", "This is not the code. Look at the newest message."),
        Result.EXPIRED: pgettext("to referee", "This code is too old. Let us send you a new one."),
        Result.TOO_MANY: pgettext("to referee", "Those were 5 tries. Let us send you a new code."),
    }[result]
