"""All writes of saved searches."""

from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlencode

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts import mail
from accounts.models import User
from network.employers.models import Employer
from network.employers.viewer import viewer_with
from network.places import neighbours
from network.search import hits
from network.search.criteria import Criteria
from network.search.models import SavedSearch
from network.search.saved import links, reading, rules
from network.search.shortlist.rules import keeps_list, memberships


class NotAllowed(Exception):
    """Does not recruit for this firm (any more), or it is not checked (any more)."""


class Enough(Exception):
    """The person has as many saved searches as there may be."""


@transaction.atomic
def keep(*, by: User, employer: Employer, wanted: Criteria, rhythm: str) -> SavedSearch:
    """A mail from now on, when somebody new fits. The same search again changes the rhythm and lasts anew. Raises NotAllowed, Enough."""
    User.objects.select_for_update().get(pk=by.pk)  # one after the other, so that the limit holds
    if not any(keeps_list(member) and member.employer_id == employer.pk for member in memberships(by)):
        raise NotAllowed
    query = urlencode(wanted.parameters())
    ends_on = rules.end_of(wanted, timezone.localdate())
    same = SavedSearch.objects.filter(user=by, employer=employer, query=query)
    if same.update(rhythm=rhythm, ends_on=ends_on):
        return same.get()
    if SavedSearch.objects.of(by).count() >= rules.MOST:
        raise Enough
    neighbours.ensure(wanted.place)
    return SavedSearch.objects.create(
        employer=employer,
        user=by,
        rhythm=rhythm,
        query=query,
        words=", ".join([wanted.what, *(each.words for each in wanted.conditions)])[:600],
        place=wanted.place,
        radius=wanted.radius,
        field=wanted.field,
        groups=wanted.groups,
        conditions=[[each.name, each.value] for each in wanted.conditions],
        ends_on=ends_on,
    )


@transaction.atomic
def renew(*, by: User, search: SavedSearch) -> None:
    """Six months from today. Nothing happens to searches of others, or to one that is over."""
    wanted = reading.criteria_of(viewer_with(by.pk, memberships(by)), search.query)
    if wanted:
        ends_on = rules.end_of(wanted, timezone.localdate())
        SavedSearch.objects.of(by).filter(pk=search.pk).update(ends_on=ends_on)


@transaction.atomic
def end(*, by: User | None, search: SavedSearch) -> None:
    """No more mails. `by`: None for who holds the link of a mail. Twice is the same."""
    mine = SavedSearch.objects.filter(pk=search.pk)
    (mine if by is None else mine.filter(user=by)).delete()


@transaction.atomic
def tell(*, search: SavedSearch, pks: Sequence[int], now: datetime) -> bool:
    """The mail, if at this moment the firm is checked, the person recruits there and somebody of `pks` fits the search itself.

    Of two runs at the same time one finds that it was done. False: no mail.
    """
    still = SavedSearch.objects.alive().filter(pk=search.pk, last_run=search.last_run)
    if not still.update(last_run=now):
        return False
    whole = SavedSearch.objects.select_related("user", "employer").get(pk=search.pk)
    viewer = viewer_with(whole.user_id, memberships(whole.user))
    wanted = reading.criteria_of(viewer, whole.query)
    number = hits.matching(viewer, wanted).filter(pk__in=pks).count() if wanted else 0
    if not wanted or not number:
        return False
    context = {
        "search": whole,
        "number": number,
        "link": mail.link(wanted.address()),
        "mine": mail.link(reverse("search:saved")),
        "end": links.address(whole),
    }
    mail.send("search/emails/fits", to=whole.user.email, context=context, language=settings.LANGUAGE_CODE)
    return True


@transaction.atomic
def purge() -> int:
    """What is over, and what belongs to people who recruit there no more. Returns how many rows."""
    return SavedSearch.objects.over().delete()[0]


@transaction.atomic
def forget(*, by: User) -> None:
    """The person leaves."""
    SavedSearch.objects.filter(user=by).delete()


@transaction.atomic
def follow_employer(*, old: Employer, new: Employer) -> None:
    """Two firms have become one: searches go along with their people. Of two that ask the same that of the new firm stays."""
    for search in SavedSearch.objects.filter(employer=old):
        if SavedSearch.objects.filter(employer=new, user=search.user_id, query=search.query).exists():
            search.delete()
        else:
            SavedSearch.objects.filter(pk=search.pk).update(employer=new)
