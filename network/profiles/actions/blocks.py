"""Hiding from firms (law 4)."""

from django.db import transaction

from accounts.models import User
from network.employers import naming
from network.employers.models import Employer
from network.profiles import rules
from network.profiles.models import Block, Profile


@transaction.atomic
def block(*, by: User, profile: Profile, employer: Employer | str) -> Block:
    """Hide from a firm and its family. One that is not registered yet is kept by name."""
    rules.require_owner(by, profile)
    if isinstance(employer, Employer):
        blocked, _made = Block.objects.get_or_create(profile=profile, employer=employer)
    else:
        key, name = naming.stem(employer), naming.tidy(employer)
        blocked, _made = Block.objects.get_or_create(profile=profile, employer=None, key=key, defaults={"name": name})
    return blocked


@transaction.atomic
def unblock(*, by: User, block: Block) -> None:
    rules.require_owner(by, block.profile)
    block.delete()


@transaction.atomic
def meet_employer(*, employer: Employer) -> int:
    """A firm has registered, or has a new name: whoever hides from that name hides from the firm now. Returns how many."""
    waiting = Block.objects.filter(key=naming.stem(employer.name)).exclude(key="")
    already = waiting.filter(employer=employer).values_list("profile_id", flat=True)
    new = {block.profile_id: block for block in waiting.exclude(profile_id__in=list(already))}
    blocks = [Block(profile_id=pk, employer=employer, name=old.name, key=old.key) for pk, old in new.items()]
    return len(Block.objects.bulk_create(blocks))
