"""Who sits at the desk, and what nobody there decides alone."""

from accounts.models import User
from accounts.rules import lacks_second_factor
from network.desk.models import DeskMember
from network.employers.models import Employer
from network.employers.rules import is_member


def is_desk(user: User) -> bool:
    return DeskMember.objects.filter(user=user).exists()


def may_help(user: User) -> bool:
    """Set up a page together with a worker: at the desk, with the second factor that it asks for."""
    return is_desk(user) and not lacks_second_factor(user)


def may_decide_merging(user: User, old: Employer, new: Employer) -> bool:
    """Nobody decides about a firm of the own family."""
    families = [each.root_id or each.pk for each in (old, new)]
    return is_desk(user) and not user.memberships.current().filter(employer__root__in=families).exists()


def may_decide(user: User, employer: Employer) -> bool:
    """Nobody checks the own employer. An old name of another one is not checked any more."""
    return is_desk(user) and employer.merged_into_id is None and not is_member(user, employer)
