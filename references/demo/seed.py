"""The whole region in one call."""

from django.conf import settings
from django.core.management import call_command
from django.utils import translation

from accounts.models import User
from network.occupations.actions import sync
from network.places.actions import load
from references import heads
from references.demo import (
    cases,
    corrections,
    employers,
    inviting,
    meeting,
    offering,
    pairs,
    papers,
    pinned,
    post,
    samples,
    stamps,
    voices,
    witnesses,
    words,
    workers,
)


def seed() -> bool:
    """Fill an empty database. False if people are there already, then only places and catalogue are brought up to date."""
    load()
    sync()
    if User.objects.exists():
        return False
    with translation.override("de"), post.drawer():
        desk = employers.desk_person()
        companies = employers.companies(desk)
        made = workers.workers(companies)
        papers.papers(companies, made, desk)
        samples.show_work(made)
        words.references(companies, made)
        pairs.pairs(companies, made)
        meeting.meetings(companies, made)
        corrections.corrections(made)
        witnesses.witnesses(companies)
        voices.voices(made)
        inviting.invitations(companies, made)
        cases.contested(made, desk)
        cases.objected(companies)
        cases.unusual(companies, made)
        stamps.rounds(companies, made)
        words.blocks(companies, made)
        offering.offer_work(companies, made)
        pinned.notices(companies)
        pinned.key(companies)
        heads.publish()
        if settings.DEMO:  # in tests photos are prepared at once
            call_command("db_worker", batch=True, verbosity=0, reload=False, interval=0)
    return True
