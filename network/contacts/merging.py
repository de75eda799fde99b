"""Two firms have become one: notices hang on under the firm of today, and it reads the answers. Offers need nothing (decision 0040)."""

from django.db import transaction

from network.contacts.models import Interest, Notice
from network.contacts.notices import answering
from network.employers.models import Employer
from network.profiles.models import Block


@transaction.atomic
def follow_employer(*, old: Employer, new: Employer) -> None:
    """A notice is a call of today and nothing signed. Whoever hides from the new firm has not answered it: those links end before
    anybody there could look, and do not come back with the block taken back (law 4).
    """
    hiding = Block.objects.filter(employer__root=new.root_id or new.pk).values("profile")
    answering.end_links(Interest.objects.filter(notice__employer=old, profile__in=hiding))
    Notice.objects.filter(employer=old).update(employer=new)
