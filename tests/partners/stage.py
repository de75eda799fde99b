"""Something behind every address that programs ask."""

from datetime import date
from typing import NamedTuple

from django.utils import timezone

from network.contacts.models import Notice
from network.occupations.models import QualificationKind
from references import actions as references
from references.models import Reference
from tests import factories
from tests.references import helpers


class Stage(NamedTuple):
    notice: Notice
    reference: Reference


def build(anna, brandt, talheim, rita) -> Stage:
    """Anna with a released reference of Brandt, 20 others who work as she does, a notice of Talheim."""
    page = anna.profile
    QualificationKind.objects.create(slug="staplerschein", bit=0, names={"de": "Staplerschein"}, rule="none")
    station = helpers.make_station(anna, brandt, start=date(2018, 9, 1), end=None)
    asked = helpers.ask(anna, station)
    codes = [helpers.make_statements()[0].code]
    signed = helpers.sign(asked, text="Sehr genau.", name="Monika Brandt", statements=codes).reference
    references.release(by=anna, reference=signed)
    for _ in range(20):
        factories.make_profile(factories.make_user(), page.occupation, page.place)
    starts = timezone.localdate().replace(day=1)
    notice = factories.make_notice(talheim, rita, field=page.occupation.field, text="Kleines Team.", start=starts)
    return Stage(notice, signed)
