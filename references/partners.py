"""GET /api/v1/references/{public_id} for programs of partners: what the check page says, and never more."""

from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext_lazy

from accounts.mail import link
from network.partners.parameters import Parameter
from network.partners.problems import nothing
from network.partners.registry import Asked, Json, Resource
from network.partners.schemas import ADDRESS, DAY, LEVEL, TEXT, YES_NO, many, one_of, or_nothing, thing
from network.profiles import passes
from references.audit_one import payload_problem
from references.presenters import Sheet
from references.readable import readable

GENUINE, CORRECTED, WITHDRAWN, BROKEN = "genuine", "corrected", "withdrawn", "broken"
NOTE = gettext_lazy("A reference does not replace an Arbeitszeugnis (§ 109 GewO).")


def parameters() -> list[Parameter]:
    words = gettext_lazy("The part of the address that a share link adds, if the paper has one")
    return [Parameter(passes.NAME, str(words), pattern=rf"[A-Za-z0-9:_-]{{1,{passes.MOST}}}")]


def answer(asked: Asked) -> Json:
    """What the signature says now. 404 like the page: not shown to this employer, or hidden from it, or never there (law 4)."""
    try:
        found = readable(asked.viewer, asked.public_id, asked.query.get(passes.NAME, ""))
    except Http404:
        raise nothing() from None
    standing = _standing(found.sheet, whole=not payload_problem(found.reference))
    told = standing in (GENUINE, CORRECTED)
    return {
        "id": found.sheet.public_id,
        "url": link(found.sheet.check_url),
        "standing": standing,
        "standing_since": _since(found.sheet, standing),
        "standing_words": found.sheet.ended if standing == WITHDRAWN else "",
        "about": _about(found.sheet, found.name) if told else None,
        "note": str(NOTE),
    }


def _standing(sheet: Sheet, *, whole: bool) -> str:
    """In the order of the check page."""
    if sheet.withdrawn:
        return WITHDRAWN
    if not whole:
        return BROKEN
    return CORRECTED if sheet.corrected else GENUINE


def _since(sheet: Sheet, standing: str) -> str | None:
    at = {WITHDRAWN: sheet.withdrawn, CORRECTED: sheet.corrected}.get(standing)
    return timezone.localdate(at).isoformat() if at else None


def _about(sheet: Sheet, name: str) -> Json:
    """The words, who signed them, and how that was checked (law 2)."""
    return {
        "worker": name,
        "employer": sheet.firm,
        "signer": sheet.signer,
        "signed_on": sheet.signed.isoformat(),
        "time": sheet.span,
        "occupation": sheet.occupation,
        "statements": sheet.sentences,
        "tasks": sheet.tasks,
        "training": sheet.training,
        "text": sheet.text,
        "would_work_together_again": sheet.again,
        "level": sheet.level,
        "level_words": sheet.plate,
        "how_checked": sheet.how,
        "changed_since": sheet.since,
        "contested_by_employer": sheet.objected,
        "confirm_each_other": sheet.mutual,
    }


def schemas() -> dict[str, Json]:
    texts = many(TEXT)
    about = thing(
        worker=TEXT,
        employer=TEXT,
        signer=TEXT,
        signed_on=DAY,
        time=TEXT,
        occupation=TEXT,
        statements=texts,
        tasks=texts,
        training=texts,
        text=TEXT,
        would_work_together_again=YES_NO,
        level=LEVEL,
        level_words=TEXT,
        how_checked=texts,
        changed_since=texts,
        contested_by_employer=YES_NO,
        confirm_each_other=YES_NO,
    )
    check = thing(
        id=TEXT,
        url=ADDRESS,
        standing=one_of(GENUINE, CORRECTED, WITHDRAWN, BROKEN),
        standing_since=or_nothing(DAY),
        standing_words=TEXT,
        about=or_nothing(about),
        note=TEXT,
    )
    return {"ReferenceCheck": check}


CHECK = Resource(
    name="reference",
    route="references/<slug:public_id>",
    summary=gettext_lazy("Whether a reference is genuine, who signed it, and what has changed since"),
    schema="ReferenceCheck",
    schemas=schemas,
    answer=answer,
    parameters=parameters,
    named=gettext_lazy("Number of the reference, as it stands on the paper"),
)
