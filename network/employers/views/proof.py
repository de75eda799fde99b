"""How an employer shows that it is real."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from accounts import throttle
from accounts.codes import Result
from accounts.decorators import second_factor_required
from network.employers import actions, domains, doors, presenters, rules, throttles
from network.employers.forms import DomainCodeForm, MailboxForm
from network.employers.models import Employer
from network.ui import pages

WORDS = {
    Result.WRONG: gettext_lazy("These digits are not right. Look at the mail once more."),
    Result.EXPIRED: gettext_lazy("These digits are too old. Go back and ask for new ones."),
    Result.TOO_MANY: gettext_lazy("That was wrong 5 times. Go back and ask for new digits."),
}


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def proof(request: HttpRequest, public_id: str) -> HttpResponse:
    """Two ways: a code to a mailbox at the own domain, and the desk. Both sides read the same decisions."""
    employer = doors.administration(request, public_id).employer
    if request.method == "POST" and request.POST.get("do") == "check":
        actions.ask_for_check(by=doors.person(request), employer=employer)
        return redirect("employers:proof", public_id)
    form = MailboxForm(pages.posted(request), employer=employer)
    if request.method == "POST" and employer.domain and form.is_valid():
        return _send_code(request, employer, form.cleaned_data["local"])
    return render(request, "employers/proof.html", _context(employer, form))


def _context(employer: Employer, form: MailboxForm) -> dict[str, object]:
    proofs = list(employer.proofs.all())
    return {
        "employer": employer,
        "form": form,
        "domain": domains.shown(employer.domain),
        "back": reverse("employers:area", args=[employer.public_id]),
        "standing": presenters.standing(employer, proofs),
        "mailbox_confirmed": any(presenters.confirms_mailbox(each, employer) for each in proofs),
        "may_ask": rules.may_ask_for_check(employer),
        "decisions": [each for each in proofs if each.reason],
    }


def _send_code(request: HttpRequest, employer: Employer, local: str) -> HttpResponse:
    throttle.require(request, throttles.CODES, key=employer.public_id)
    mailbox = actions.send_domain_code(by=doors.person(request), employer=employer, local=local)
    request.session[_key(employer)] = mailbox
    return redirect("employers:proof_code", employer.public_id)


@require_http_methods(["GET", "HEAD", "POST"])
@second_factor_required
def code(request: HttpRequest, public_id: str) -> HttpResponse:
    employer = doors.administration(request, public_id).employer
    mailbox = request.session.get(_key(employer))
    if not mailbox:
        return redirect("employers:proof", public_id)
    form = DomainCodeForm(pages.posted(request))
    if request.method == "POST" and form.is_valid():
        throttle.require(request, throttles.CODE_TRIES, key=public_id)
        typed = form.cleaned_data["code"]
        result = actions.confirm_domain(by=doors.person(request), employer=employer, mailbox=mailbox, code=typed)
        if result is Result.OK:
            del request.session[_key(employer)]
            return redirect("employers:proof", public_id)
        form.add_error("code", WORDS[result])
    form.fields["code"].help_text = _("We sent them to %(mailbox)s. They hold 10 minutes.") % {"mailbox": mailbox}
    back = reverse("employers:proof", args=[public_id])
    return pages.ask(
        request, form, title=_("Which 6 digits stand in the mail?"), back=back, button=_("Confirm mailbox")
    )


def _key(employer: Employer) -> str:
    return f"employer-mailbox:{employer.public_id}"
