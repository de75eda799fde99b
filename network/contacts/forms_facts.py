from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from network.contacts.agg import Finding, lint
from network.contacts.facts import Facts
from network.contacts.models.facts import JobFacts
from network.contacts.pay import PayField
from network.occupations import vocabulary
from network.places.fields import PlaceField
from network.ui.fields import LineField, MonthField, PhoneField

PLAUSIBLE = {JobFacts.Unit.HOUR: (Decimal(5), Decimal(250)), JobFacts.Unit.MONTH: (Decimal(200), Decimal(25_000))}
LATEST_START_YEARS, LATEST_END_YEARS = 2, 10
# The fields speak to workers by themselves; here they speak to recruiters.
PLACE_UNKNOWN = pgettext_lazy("to employer", "We do not know this place. Type a postcode or a town in Germany.")
PHONE = pgettext_lazy("to employer", "Enter a phone number with area code, for example 0171 3920055")
LONG = pgettext_lazy("to employer", "This is too long. Use at most %(limit_value)d characters")
MONTH = {
    "incomplete": pgettext_lazy("to employer", "Enter month and year"),
    "year": pgettext_lazy("to employer", "Enter the year with 4 digits, for example 2013"),
}


def choose(words: Any) -> dict[str, Any]:
    """Nothing chosen and nonsense chosen need the same answer."""
    return {"required": words, "invalid_choice": words}


class FactsForm(forms.Form):
    """The facts a person needs to say yes or no, before anybody talks (domain: facts first)."""

    title = LineField(
        label=_("What is the job?"),
        help_text=_("For example: electrician in customer service"),
        max_length=80,
        error_messages={"required": _("Enter what the job is"), "max_length": LONG},
    )
    place = PlaceField(
        label=_("Where is the work?"),
        error_messages={"required": _("Enter the postcode or town of the work"), "unknown": PLACE_UNKNOWN},
    )
    shift = forms.ChoiceField(label=_("Which shift?"), error_messages=choose(_("Choose a shift")))
    pay_min = PayField(
        label=_("Pay from, in euros before tax"),
        help_text=_("For example 22,50 or 3200"),
        error_messages={"required": _("Enter the lowest pay")},
    )
    pay_max = PayField(
        label=_("Pay up to, in euros before tax"),
        help_text=_("The same amount again if the pay is fixed"),
        error_messages={"required": _("Enter the highest pay")},
    )
    pay_unit = forms.ChoiceField(
        label=_("Pay is meant"),
        choices=JobFacts.Unit.choices,
        widget=forms.RadioSelect,
        error_messages=choose(_("Choose whether the pay is per hour or per month")),
    )
    permanent = forms.ChoiceField(
        label=_("Is the contract permanent?"),
        choices=[("yes", _("Permanent")), ("no", _("Until a certain month"))],
        widget=forms.RadioSelect,
        error_messages=choose(_("Choose whether the contract is permanent")),
    )
    until = MonthField(
        label=_("Until which month?"), help_text=_("Only if the contract ends"), required=False, error_messages=MONTH
    )
    start_when = forms.ChoiceField(
        label=_("When does the work start?"),
        choices=[("soon", _("As soon as possible")), ("month", _("From a certain month"))],
        widget=forms.RadioSelect,
        error_messages=choose(_("Choose when the work starts")),
    )
    start = MonthField(
        label=_("From which month?"), help_text=_("Only if you chose a month"), required=False, error_messages=MONTH
    )
    contact_name = LineField(
        label=_("Who answers questions?"),
        help_text=_("A person with first and last name"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
        error_messages={"required": _("Enter the name of a person who answers questions"), "max_length": LONG},
    )
    contact_phone = PhoneField(
        label=_("On which phone number?"),
        help_text=_("The person can call before answering"),
        error_messages={
            "required": _("Enter the phone number of this person"),
            "phone": PHONE,
            "max_length": PHONE,
        },
    )
    text = forms.CharField(
        label=_("What else is good to know?"),
        help_text=_("At most 600 characters"),
        max_length=600,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"max_length": LONG},
    )

    keep_words = forms.BooleanField(
        label=_("I have read the hint and keep the word"),
        help_text=_("Only where the word says nothing about who may apply"),
        required=False,
    )
    first: tuple[str, ...] = ()  # what a form of its own asks before the title

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("until", "start", "keep_words"):
            self.fields[name].quiet = True  # type: ignore[attr-defined]  # asked for by the answer above
        self._offer("shift", [("", _("Choose a shift")), *((entry.slug, entry.name) for entry in vocabulary.SHIFTS)])
        self.doubted = False

    def _offer(self, name: str, choices: list[tuple[Any, Any]]) -> None:
        field: Any = self.fields[name]
        field.choices = choices

    def groups(self) -> list[tuple[str, list[BoundField]]]:
        """The fields under their heads, in the order in which a person would tell it."""
        doubted = ("keep_words",) if self.doubted else ()
        plan = (
            (_("The job"), (*self.first, "title", "place", "shift")),
            (_("The pay"), ("pay_min", "pay_max", "pay_unit")),
            (_("The contract"), ("permanent", "until", "start_when", "start")),
            (_("A person to talk to"), ("contact_name", "contact_phone", "text", *doubted)),
        )
        return [(str(head), [self[name] for name in names if name in self.fields]) for head, names in plan]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if all(data.get(name) for name in ("pay_min", "pay_max", "pay_unit")):
            self._clean_pay(data["pay_min"], data["pay_max"], JobFacts.Unit(data["pay_unit"]))
        data["start"] = self._month("start", asked=data.get("start_when") == "month")
        data["until"] = self._month("until", asked=data.get("permanent") == "no")
        self._clean_months(data["start"], data["until"])
        for name in ("title", "text"):
            self._clean_words(name, lint(data.get(name, "")))
        return data

    def _clean_words(self, name: str, found: list[Finding]) -> None:
        """What a law forbids is refused; what is doubtful is said, and can be kept with a tick."""
        doubtful = [each for each in found if not each.clear]
        self.doubted |= bool(doubtful)
        kept = self.cleaned_data.get("keep_words")
        for each in found:
            if each.clear or not kept:
                words = _("“%(word)s”: %(reason)s %(proposal)s") % vars(each)
                self.add_error(name, forms.ValidationError(words, code="agg" if each.clear else "agg-doubt"))

    def _clean_pay(self, low: Decimal, high: Decimal, unit: JobFacts.Unit) -> None:
        least, most = PLAUSIBLE[unit]
        if low > high:
            self.add_error("pay_max", _("The highest pay is lower than the lowest. Check both amounts"))
        elif low < least or high > most:
            words = (
                _("This is unusual for an hour. Check the amount, or choose “per month”")
                if unit == JobFacts.Unit.HOUR
                else _("This is unusual for a month. Check the amount, or choose “per hour”")
            )
            self.add_error("pay_min" if low < least else "pay_max", words)

    def _month(self, name: str, *, asked: bool) -> date | None:
        """The month if it was asked for; one typed beside the other answer does not count."""
        if not asked:
            self.errors.pop(name, None)
            return None
        month: date | None = self.cleaned_data.get(name)
        if month is None and name not in self.errors:
            self.add_error(name, str(MONTH["incomplete"]))
        return month

    def _clean_months(self, start: date | None, until: date | None) -> None:
        now = timezone.localdate().replace(day=1)
        if start and not now <= start <= now.replace(year=now.year + LATEST_START_YEARS):
            self.add_error("start", _("The start must lie between this month and 2 years from now"))
        if until and not (start or now) <= until <= now.replace(year=now.year + LATEST_END_YEARS):
            self.add_error("until", _("The end must lie after the start, and at most 10 years from now"))

    def facts(self) -> Facts:
        data = self.cleaned_data
        pay, person = ("pay_min", "pay_max", "pay_unit"), ("contact_name", "contact_phone")
        same = ("title", "place", "shift", *pay, "until", "start", *person, "text")
        return Facts(permanent=data["permanent"] == "yes", **{name: data[name] for name in same})
