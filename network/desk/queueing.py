"""One queue of all that waits for the desk: employers to check and cases to decide, who waits longest first."""

from collections.abc import Iterable
from typing import Any

from django.db.models import CharField, F, Value
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from network.desk import reading
from network.desk.models import Case
from network.desk.reading import Row
from network.employers.models import Employer
from network.ui.templatetags.ui import day

EMPLOYER, CASE = "employer", "case"


def waiting() -> Any:
    """For a paginator: what each is, its key, since when."""
    employers = Employer.objects.filter(queued_at__isnull=False).order_by()
    one = employers.annotate(what=Value(EMPLOYER, CharField()), since=F("queued_at")).values("what", "pk", "since")
    other = Case.objects.open().order_by().annotate(what=Value(CASE, CharField()), since=F("opened_at"))
    return one.union(other.values("what", "pk", "since"), all=True).order_by("since", "what", "pk")


def rows(page: Iterable[dict[str, Any]]) -> list[Row]:
    """Three queries, whatever the length."""
    found = list(page)
    employers = Employer.objects.select_related("place").in_bulk(_keys(found, EMPLOYER))
    cases = Case.objects.listed().in_bulk(_keys(found, CASE))
    both = {(EMPLOYER, key): _row(each) for key, each in employers.items()}
    both |= {(CASE, key): reading.row(each) for key, each in cases.items()}
    return [both[each["what"], each["pk"]] for each in found if (each["what"], each["pk"]) in both]


def _keys(found: list[dict[str, Any]], what: str) -> list[int]:
    return [each["pk"] for each in found if each["what"] == what]


def _row(employer: Employer) -> Row:
    since = _("Waiting since %(day)s") % {"day": day(timezone.localdate(employer.queued_at))}
    about = _("Employer to check, %(place)s") % {"place": employer.place}
    return Row(reverse("desk:employer", args=[employer.public_id]), employer.name, about, since)
