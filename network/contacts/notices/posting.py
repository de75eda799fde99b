"""A notice as structured data for search engines.

https://schema.org/JobPosting, and what Google demands of it (developers.google.com/search/docs/appearance/structured-data/job-posting):
required are title, description, datePosted, hiringOrganization and jobLocation with addressCountry; an ended posting carries none.
"""

import json
from typing import Any

from django.urls import reverse
from django.utils.html import format_html, format_html_join, linebreaks
from django.utils.safestring import SafeString, mark_safe

from accounts.mail import link
from network.contacts.models import Notice
from network.contacts.presenters import facts, shift_words

# A data block ends at "</script", whatever the JSON says; with these it cannot hold one.
ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


def posting(notice: Notice) -> dict[str, Any]:
    """With employer and place read along."""
    said: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": notice.title,
        "description": description(notice),
        "identifier": {"@type": "PropertyValue", "name": notice.employer.name, "value": notice.public_id},
        "url": link(reverse("contacts:notice", args=[notice.public_id])),
        "datePosted": notice.pinned_at.isoformat(),
        "validThrough": notice.expires_at.isoformat(),
        "hiringOrganization": {
            "@type": "Organization",
            "name": notice.employer.name,
            "sameAs": link(reverse("employers:public", args=[notice.employer.public_id])),
        },
        "jobLocation": {
            "@type": "Place",
            "address": {
                "@type": "PostalAddress",
                "addressLocality": notice.place.name,
                "postalCode": notice.place.postcode,
                "addressRegion": notice.place.state,
                "addressCountry": "DE",
            },
        },
        "baseSalary": {
            "@type": "MonetaryAmount",
            "currency": "EUR",
            "value": {"@type": "QuantitativeValue", **_pay(notice), "unitText": notice.pay_unit.upper()},
        },
        "workHours": shift_words(notice.shift),
    }
    if not notice.permanent:
        said["employmentType"] = "TEMPORARY"
    if notice.start:
        said["jobStartDate"] = notice.start.isoformat()
    return said


def _pay(notice: Notice) -> dict[str, float]:
    low, high = float(notice.pay_min), float(notice.pay_max)
    return {"value": low} if low == high else {"minValue": low, "maxValue": high}


def description(notice: Notice) -> str:
    """The whole notice as HTML, as the page shows it."""
    told = format_html_join("", "<li>{}: {}</li>", facts(notice))
    text = mark_safe(linebreaks(notice.text, autoescape=True)) if notice.text else ""  # noqa: S308 escaped there
    return str(format_html("<p>{}</p><ul>{}</ul>{}", notice.title, told, text))


def data_block(notice: Notice) -> SafeString:
    """What stands between the tags of the data block; browsers never run it, so the strict CSP needs no exception."""
    text = json.dumps(posting(notice), ensure_ascii=False)
    return mark_safe(text.translate(ESCAPES))  # noqa: S308 no tag can begin or end in it
