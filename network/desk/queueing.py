"""One queue of all that waits for the desk: employers to check, firms that become one, cases to decide, who waits longest first."""

from collections.abc import Iterable
from typing import Any

from django.db.models import CharField, F, Value
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from network.desk import reading
from network.desk.models import Case
from network.desk.reading import Row
from network.employers.models import Employer
from network.ui.templatetags.ui import day

EMPLOYER, CASE, MERGING = "employer", "case", "merging"


def waiting() -> Any:
    """For a paginator: what each is, its key, since when."""
    employers = Employer.objects.filter(queued_at__isnull=False).order_by()
    one = employers.annotate(what=Value(EMPLOYER, CharField()), since=F("queued_at")).values("what", "pk", "since")
    other = Case.objects.open().order_by().annotate(what=Value(CASE, CharField()), since=F("opened_at"))
    merging = (
        Employer.objects.merging().order_by().annotate(what=Value(MERGING, CharField()), since=F("merge_agreed_at"))
    )
    third = merging.values("what", "pk", "since")
    return one.union(other.values("what", "pk", "since"), third, all=True).order_by("since", "what", "pk")


def rows(page: Iterable[dict[str, Any]]) -> list[Row]:
    """Three queries, whatever the length."""
    found = list(page)
    firms = Employer.objects.select_related("place", "merge_asked")
    employers = firms.in_bulk({*_keys(found, EMPLOYER), *_keys(found, MERGING)})
    cases = Case.objects.listed().in_bulk(_keys(found, CASE))
    both = {(EMPLOYER, key): _row(each) for key, each in employers.items()}
    both |= {(MERGING, key): _merging(each) for key, each in employers.items() if each.merge_asked}
    both |= {(CASE, key): reading.row(each) for key, each in cases.items()}
    return [both[each["what"], each["pk"]] for each in found if (each["what"], each["pk"]) in both]


def _keys(found: list[dict[str, Any]], what: str) -> list[int]:
    return [each["pk"] for each in found if each["what"] == what]


def _row(employer: Employer) -> Row:
    since = _("Waiting since %(day)s") % {"day": day(timezone.localdate(employer.queued_at))}
    about = _("Employer to check, %(place)s") % {"place": employer.place}
    return Row(reverse("desk:employer", args=[employer.public_id]), employer.name, about, since)


def _merging(employer: Employer) -> Row:
    agreed = employer.merge_agreed_at or timezone.now()
    since = _("Waiting since %(day)s") % {"day": day(timezone.localdate(agreed))}
    about = pgettext("to desk", "Belongs to %(name)s now?") % {"name": employer.merge_asked or "–"}
    return Row(reverse("desk:merge", args=[employer.public_id]), employer.name, about, since)
