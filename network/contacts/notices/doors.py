"""How pages reach a notice of an employer: through the membership of who asks. Everybody else gets 404."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from network.contacts.models import Notice
from network.contacts.notices import rules
from network.employers.doors import person
from network.employers.models import Membership


def keeper(request: HttpRequest, employer_id: str) -> Membership:
    """Recruiters and admins of this employer. Raises Http404."""
    mine = rules.pinning().filter(user=person(request)).select_related("employer")
    return get_object_or_404(mine, employer__public_id=employer_id)


def notice_of(member: Membership, public_id: str) -> Notice:
    return get_object_or_404(member.employer.notices.with_facts(), public_id=public_id)
