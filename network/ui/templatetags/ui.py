"""The few tags that templates need; they are builtins, so no template loads them."""

from datetime import date, datetime
from typing import Any

from django import template
from django.core.paginator import Page
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from network.ui.icons import ICONS, LADDER
from network.ui.kept import said_again
from network.ui.text import apart

register = template.Library()
register.filter(apart)


@register.simple_tag
def icon(name: str, css: str = "") -> SafeString:
    """An inline drawing, silent for screen readers: words always stand beside it."""
    return format_html(
        '<svg class="icon {}" viewBox="0 0 24 24" aria-hidden="true"><path d="{}"/></svg>', css, ICONS[name]
    )


@register.simple_tag
def plate(level: int, words: str) -> SafeString:
    """Where a statement comes from: icon cell and words cell. Dashed for what the person says alone."""
    return format_html(
        '<span class="tag tag--{}">{}<span class="tag__text">{}</span></span>', level, icon(LADDER[level]), words
    )


def _unbroken(value: date | None, style: str) -> str:
    """A point in time is said as the day it is here, not in Greenwich."""
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    return _formatted(value, style) if value else ""


@said_again
def _formatted(value: date, style: str) -> str:
    return date_format(value, style).replace(" ", "\N{NO-BREAK SPACE}")


@register.filter
def month(value: date | None) -> str:
    """date -> "September 2013", with a space that does not break."""
    return _unbroken(value, "F Y")


@register.filter
def day(value: date | None) -> str:
    """date -> "1. März 2027" """
    return _unbroken(value, "DATE_FORMAT")


@register.filter
def duration(months: int) -> str:
    """82 -> "6 years 10 months" """
    years, rest = divmod(int(months), 12)
    parts = [ngettext("%d year", "%d years", years) % years] if years else []
    if rest or not years:
        parts.append(ngettext("%d month", "%d months", rest) % rest)
    return " ".join(parts)


@register.filter
def phone(value: str) -> str:
    """E.164 -> the way people write it: "+491713920055" -> "0171 3920055" """
    from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, parse  # noqa: PLC0415 heavy

    try:
        number = parse(value, "DE")
    except NumberParseException:
        return value
    style = PhoneNumberFormat.NATIONAL if number.country_code == 49 else PhoneNumberFormat.INTERNATIONAL
    return format_number(number, style)


@register.inclusion_tag("ui/pages.html", takes_context=True)
def pages(context: template.Context, page: Page[Any]) -> dict[str, object]:
    """Text links to the page before and after; other parameters of the address stay."""
    request: HttpRequest = context["request"]

    def address(number: int) -> str:
        query = request.GET.copy()
        query["page"] = str(number)
        return f"?{query.urlencode()}"

    return {
        "page": page,
        "before": address(page.number - 1) if page.has_previous() else "",
        "after": address(page.number + 1) if page.has_next() else "",
        "words": _("Page %(number)d of %(all)d") % {"number": page.number, "all": page.paginator.num_pages},
    }


@register.filter
def widget_kind(bound_field: object) -> str:
    """Which branch of ui/field.html draws it: text, textarea, select, choices, tick, file, fieldset or hidden."""
    widget = bound_field.field.widget  # type: ignore[attr-defined]
    if widget.is_hidden:
        return "hidden"
    name = type(widget).__name__
    known = {"RadioSelect": "choices", "CheckboxSelectMultiple": "choices", "CheckboxInput": "tick"}
    return known.get(name, "fieldset" if widget.use_fieldset else "plain")


@register.filter
def is_list(value: object) -> bool:
    return isinstance(value, list | tuple)


@register.filter
def tel(value: str) -> str:
    """A number as the operator wrote it -> a tel: address."""
    return "tel:" + "".join(c for c in str(value) if c.isdigit() or c == "+")
