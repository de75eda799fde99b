from functools import partial

from django.conf import settings
from django.urls import reverse

from accounts import mail
from network.contacts.models import Offer
from network.contacts.presenters import pay
from network.employers.models import Membership


def arrived(offer: Offer) -> None:
    """Tells the worker. The facts stand in the mail, so that a no needs no visit."""
    if offer.profile is None:
        return
    link = mail.link(reverse("contacts:offer", args=[offer.public_id]))
    context = {"offer": offer, "pay": partial(pay, offer), "link": link}
    mail.send("contacts/emails/arrived", to=offer.profile.user.email, context=context, language=settings.LANGUAGE_CODE)


def answered(offer: Offer) -> None:
    """Tells the sender, or whoever recruits there if the sender does so no more. Contact data stay on the page, behind sign-in.

    Of an old name: whoever was there when it was sent, and recruits for the firm that it belongs to now.
    """
    recruiters = Membership.objects.current().at(offer.employer).filter(is_recruiter=True)
    if offer.employer.merged_into_id:
        was_there = offer.employer.memberships.filter(until__gte=offer.created_at)
        recruiters = recruiters.filter(user__in=was_there.values("user"))
    everyone = {member.user_id: member.user.email for member in recruiters.select_related("user").order_by("pk")}
    told = [everyone[offer.sent_by_id]] if offer.sent_by_id in everyone else list(everyone.values())
    link = mail.link(reverse("contacts:sent_offer", args=[offer.employer.heir.public_id, offer.public_id]))
    for address in told:
        context = {"offer": offer, "link": link}
        mail.send("contacts/emails/answered", to=address, context=context, language=settings.LANGUAGE_CODE)
