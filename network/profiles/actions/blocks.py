"""Hiding from firms (law 4)."""

from django.db import transaction

from accounts.models import User
from network.employers import naming
from network.employers.models import Employer
from network.places.models import Place
from network.profiles import firms, registry, rules
from network.profiles.models import Block, Profile


@transaction.atomic
def block(*, by: User, profile: Profile, employer: Employer | str, place: Place | None = None) -> Block:
    """Hide from a firm and its family. One that is not registered yet is kept by name, and by place where one is given."""
    rules.require_owner(by, profile)
    if isinstance(employer, Employer):
        blocked, _made = Block.objects.get_or_create(profile=profile, employer=employer)
        _end_all(profile, employer)
    else:
        key, name = naming.stem(employer), naming.tidy(employer)
        blocked, _made = Block.objects.get_or_create(
            profile=profile, employer=None, key=key, place=place, defaults={"name": name}
        )
    return blocked


@transaction.atomic
def unblock(*, by: User, block: Block) -> None:
    rules.require_owner(by, block.profile)
    block.delete()


@transaction.atomic
def meet_employer(*, employer: Employer) -> int:
    """A firm has registered, or has a new name or place: whoever hides from that name there hides from the firm now.

    Returns how many. A block that has met a firm keeps its words, so it also meets the next one of that name.
    """
    waiting = (
        Block.objects.filter(key=naming.stem(employer.name), employer=None).exclude(key="").select_related("place")
    )
    already = Block.objects.filter(employer=employer).values_list("profile_id", flat=True)
    new = {
        block.profile_id: block
        for block in waiting.exclude(profile_id__in=list(already))
        if firms.means(block, employer)
    }
    blocks = [Block(profile_id=pk, employer=employer, name=old.name, key=old.key) for pk, old in new.items()]
    Block.objects.bulk_create(blocks, ignore_conflicts=True)  # the nightly run and who registers may meet
    for profile in Profile.objects.filter(pk__in=new):
        _end_all(profile, employer)
    return len(blocks)


def _end_all(profile: Profile, employer: Employer) -> None:
    """What the worker has agreed to with this firm does not come back when the block is taken back."""
    for end in registry.hidden:
        end(profile, employer)
