from django.conf import settings
from django.urls import reverse

from accounts import mail
from network.contacts.models import Notice
from network.contacts.notices import rules


def interested(notice: Notice) -> None:
    """Tells who pinned it, or whoever looks after notices there if that person does so no more. Nothing about the worker is in it."""
    keepers = rules.pinning().filter(employer=notice.employer).select_related("user").order_by("pk")
    everyone = {member.user_id: member.user.email for member in keepers}
    told = [everyone[notice.pinned_by_id]] if notice.pinned_by_id in everyone else list(everyone.values())
    link = mail.link(reverse("contacts:own_notice", args=[notice.employer.public_id, notice.public_id]))
    for address in told:
        context = {"notice": notice, "link": link}
        mail.send("contacts/emails/interested", to=address, context=context, language=settings.LANGUAGE_CODE)
