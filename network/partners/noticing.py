"""GET /api/v1/notices and /api/v1/notices/{public_id}: what hangs for everybody."""

from django.core.paginator import EmptyPage, Paginator
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.mail import link
from network.contacts.models import Notice
from network.contacts.notices.browsing import PER_PAGE, BrowseForm, found
from network.contacts.presenters import shift_words
from network.partners.parameters import POSTCODE, SLUG, Parameter, page, page_in
from network.partners.problems import Wrong, nothing, wrong
from network.partners.registry import Asked, Json, Resource
from network.partners.schemas import (
    ADDRESS,
    DAY,
    MOMENT,
    NAMED,
    NUMBER,
    TEXT,
    YES_NO,
    named,
    one_of,
    or_nothing,
    page_of,
    paged,
    thing,
)
from network.partners.searching import fields, mistakes, no_page
from network.places.distance import RADII, whole


def parameters() -> list[Parameter]:
    """Those of the address of the list."""
    said = {name: str(field.label) for name, field in BrowseForm.base_fields.items()}
    return [
        Parameter("postcode", _("Postcode of the place of work"), pattern=POSTCODE),
        Parameter("radius", said["radius"], choices=tuple(map(str, RADII))),
        Parameter("field", said["field"], pattern=SLUG, known=fields),
        page(),
    ]


def answer(asked: Asked) -> Json:
    """Nearest first; without a postcode newest first."""
    form = BrowseForm(asked.query)
    if not form.is_valid():
        raise mistakes(form)
    if "radius" in asked.query and "postcode" not in asked.query:
        raise wrong(Wrong("radius", _("A radius needs a postcode.")))
    wanted, number = form.wanted(), page_in(asked.query)
    try:
        shown = Paginator(found(wanted), PER_PAGE).page(number)
    except EmptyPage:
        raise no_page() from None
    url = wanted.address("contacts:notices")
    above = page_of("notices", asked.query, number, shown.paginator.count, PER_PAGE, url)
    return {**above, "notices": [_line(each) for each in shown]}


def one(asked: Asked) -> Json:
    """With text and contact. What was taken down is not there."""
    notice = Notice.objects.running().with_facts().filter(public_id=asked.public_id).first()
    if notice is None:
        raise nothing()
    contact = {"name": notice.contact_name, "phone": notice.contact_phone}
    return {**_line(notice), "text": notice.text, "contact": contact}


def _line(notice: Notice) -> Json:
    km = getattr(notice, "km", None)  # annotated by within()
    employer, place = notice.employer, notice.place
    return {
        "id": notice.public_id,
        "url": link(reverse("contacts:notice", args=[notice.public_id])),
        "title": notice.title,
        "employer": {"name": employer.name, "url": link(reverse("employers:public", args=[employer.public_id]))},
        "place": {"postcode": place.postcode, "name": place.name, "state": place.state},
        "kilometres": None if km is None else whole(km),
        "field": named(notice.field.slug, notice.field),
        "shift": named(notice.shift, shift_words(notice.shift)),
        "pay": {
            "least": float(notice.pay_min),
            "most": float(notice.pay_max),
            "per": notice.pay_unit,
            "currency": "EUR",
        },
        "permanent": notice.permanent,
        "until": notice.until.isoformat() if notice.until and not notice.permanent else None,
        "start": notice.start.isoformat() if notice.start else None,
        "pinned_at": timezone.localtime(notice.pinned_at).isoformat(),
        "hangs_until": timezone.localtime(notice.expires_at).isoformat(),
    }


def schemas() -> dict[str, Json]:
    amount = {"type": "number", "minimum": 0}
    line = thing(
        id=TEXT,
        url=ADDRESS,
        title=TEXT,
        employer=thing(name=TEXT, url=ADDRESS),
        place=thing(postcode=TEXT, name=TEXT, state=TEXT),
        kilometres=or_nothing(NUMBER),
        field=NAMED,
        shift=NAMED,
        pay=thing(least=amount, most=amount, per=one_of(*Notice.Unit.values), currency=one_of("EUR")),
        permanent=YES_NO,
        until=or_nothing(DAY),
        start=or_nothing(DAY),
        pinned_at=MOMENT,
        hangs_until=MOMENT,
    )
    whole_one = thing(**line["properties"], text=TEXT, contact=thing(name=TEXT, phone=TEXT))
    return {"NoticeLine": line, "Notices": paged("notices", "NoticeLine"), "Notice": whole_one}


NOTICES = Resource(
    name="notices",
    route="notices",
    summary=gettext_lazy("What checked employers of the region look for"),
    schema="Notices",
    schemas=schemas,
    answer=answer,
    parameters=parameters,
)
NOTICE = Resource(
    name="notice",
    route="notices/<slug:public_id>",
    summary=gettext_lazy("One notice, with its text and who answers questions"),
    schema="Notice",
    schemas=schemas,
    answer=one,
    named=gettext_lazy("“id” from the list of notices"),
)
