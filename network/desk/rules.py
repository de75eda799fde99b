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


def may_decide(user: User, employer: Employer) -> bool:
    """Nobody checks the own employer."""
    return is_desk(user) and not is_member(user, employer)
