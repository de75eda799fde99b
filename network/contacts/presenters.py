"""The facts of an offer in words, for both sides."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from network.contacts.facts import Facts
from network.contacts.models.facts import JobFacts
from network.contacts.pay import euros
from network.contacts.rules import MOST_OPEN, Hindrance
from network.employers.models import Employer
from network.occupations import vocabulary
from network.ui.pages import Row
from network.ui.templatetags.ui import month as month_words
from network.ui.templatetags.ui import phone


def shift_words(slug: str) -> str:
    """The name of a shift; the slug itself where the vocabulary has lost it."""
    return str(vocabulary.by_slug(vocabulary.SHIFTS, slug) or slug)


def pay(offer: JobFacts | Facts) -> str:
    """ "22,50 to 25 euros per hour" """
    low, high = euros(offer.pay_min), euros(offer.pay_max)
    per_hour = offer.pay_unit == JobFacts.Unit.HOUR
    if low == high:
        words = _("%(pay)s euros per hour") if per_hour else _("%(pay)s euros per month")
        return words % {"pay": low}
    words = _("%(low)s to %(high)s euros per hour") if per_hour else _("%(low)s to %(high)s euros per month")
    return words % {"low": low, "high": high}


def contract(permanent: bool, until: date | None) -> str:
    if permanent or until is None:
        return _("permanent")
    return _("until %(month)s") % {"month": month_words(until)}


def start(day: date | None) -> str:
    return month_words(day) if day else _("as soon as possible")


def facts(offer: JobFacts | Facts) -> list[tuple[str, str]]:
    """Label and value for the list of facts; the contact is laid out by the page, because it holds a link."""
    return [
        (_("Pay"), pay(offer)),
        (_("Shift"), shift_words(offer.shift)),
        (_("Contract"), contract(offer.permanent, offer.until)),
        (pgettext("offer", "Start"), start(offer.start)),
        (_("Place of work"), str(offer.place)),
    ]


def check_rows(employer: Employer, said: Facts, change_url: str) -> list[Row]:
    """The recruiter's last look, in the words the worker will read."""
    rows = [(_("Employer"), employer.name), (pgettext("offer", "Job"), said.title), *facts(said)]
    rows += [(pgettext("offer", "Contact"), f"{said.contact_name}\n{phone(said.contact_phone)}")]
    rows += [(_("Text"), said.text)] if said.text else []
    return [Row(label, value, change_url) for label, value in rows]


def yes_rows(data: Mapping[str, str], change_url: str) -> list[Row]:
    """Exactly what goes to the employer with a yes."""
    none = pgettext("to worker", "They do not get it")
    rows = [
        (pgettext("to worker", "Your name"), data["name"]),
        (pgettext("to worker", "Your phone number"), phone(data["phone"]) or none),
        (pgettext("to worker", "Your mail address"), data["mail"] or none),
        (
            pgettext("to worker", "When it suits you"),
            data["call_when"] or pgettext("to worker", "You said nothing about that"),
        ),
    ]
    return [Row(label, value, change_url) for label, value in rows]


def hindrance_words(reason: Hindrance, employer: Employer) -> tuple[str, str]:
    """Title and text of the page that says why there is no offer now. It blames nobody."""
    title, text = {
        Hindrance.OPEN_ALREADY: (
            _("Your offer is on its way already"),
            _(
                "%(employer)s has made this person an offer that waits for an answer. You get a mail as soon as there is one."
            ),
        ),
        Hindrance.SAID_NO: (
            _("This person does not want to hear from you again so soon"),
            _(
                "%(employer)s has made this person an offer within the last 12 months, and the answer was no. That is nobody's fault."
            ),
        ),
        Hindrance.TOO_MANY_OPEN: (
            _("Enough offers are on their way"),
            _(
                "%(employer)s has no free place for an offer now. The page of your offers says what takes the %(count)d places."
            ),
        ),
    }[reason]
    return title, text % {"employer": employer.name, "count": MOST_OPEN}
