"""Parents and branches. `root` decides from whom workers are hidden (law 4), so no employer changes it for another one alone."""

from django.core.exceptions import PermissionDenied
from django.db import transaction

from accounts.models import User
from network.employers import rules
from network.employers.models import Employer


@transaction.atomic
def ask_parent(*, by: User, employer: Employer, parent: Employer) -> None:
    """An admin of both joins them at once; otherwise an admin of the parent has to say yes. Raises PermissionDenied."""
    if not (rules.is_admin(by, employer) and rules.may_belong_to(employer, parent)):
        raise PermissionDenied
    if rules.is_admin(by, parent):
        set_parent(by=by, employer=employer, parent=parent)
    else:
        Employer.objects.filter(pk=employer.pk).update(parent_asked=parent)


@transaction.atomic
def take_back_parent(*, by: User, employer: Employer) -> None:
    if not rules.is_admin(by, employer):
        raise PermissionDenied
    Employer.objects.filter(pk=employer.pk).update(parent_asked=None)


@transaction.atomic
def answer_branch(*, by: User, parent: Employer, branch: Employer, yes: bool) -> bool:
    """An admin of the parent answers. False when there is no such question any more: taken back, or answered in another tab."""
    if not rules.is_admin(by, parent):
        raise PermissionDenied
    asked = Employer.objects.filter(pk=branch.pk, parent_asked=parent).update(parent_asked=None)
    if asked and yes:
        set_parent(by=by, employer=branch, parent=parent)
    return bool(asked)


@transaction.atomic
def set_parent(*, by: User, employer: Employer, parent: Employer) -> None:
    """Joins the two families. Raises PermissionDenied where that would make a circle or the employer has a parent already."""
    both = (
        Employer.objects.select_for_update().filter(pk__in=[employer.pk, parent.pk]).order_by("pk")
    )  # one order: no deadlock
    fresh = {each.pk: each for each in both}
    employer, parent = fresh[employer.pk], fresh[parent.pk]
    if not rules.may_belong_to(employer, parent):
        raise PermissionDenied
    move(employer, parent)


def move(employer: Employer, parent: Employer | None) -> None:
    """Under a new parent, or to the top; the branches below come along. Raises PermissionDenied for a circle.

    Both families stand still meanwhile: four firms that move at once could close a circle that none of them sees.
    """
    roots = {employer.root_id, parent.root_id if parent else None}
    list(Employer.objects.select_for_update().filter(root_id__in=roots - {None}).order_by("pk"))
    if parent:
        parent.refresh_from_db(fields=["root"])
    below = _below(employer)
    if parent and parent.pk in below:
        raise PermissionDenied
    employer.parent, employer.parent_asked = parent, None
    employer.save(update_fields=["parent", "parent_asked"])
    Employer.objects.filter(pk__in=below).update(root=parent.root_id if parent else employer.pk)
    employer.root_id = parent.root_id if parent else employer.pk


def mirror(employer: Employer) -> None:
    """What holds for the firm holds for its old names: whoever speaks in one of them speaks as the firm does today."""
    now = Employer.objects.values("checked_until", "domain", "works_council", "facts_only").get(pk=employer.pk)
    Employer.objects.filter(merged_into=employer).update(**now)


def _below(employer: Employer) -> set[int]:
    """The employer and everything under it, level by level."""
    found, level = {employer.pk}, [employer.pk]
    while level:
        level = list(Employer.objects.filter(parent_id__in=level).exclude(pk__in=found).values_list("pk", flat=True))
        found.update(level)
    return found
