"""The only two mails that the house sends by itself, and the switches for them."""

from datetime import date, datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from accounts import mail
from accounts.models import User
from network.profiles import mail_links, mailing, rules
from network.profiles.mail_links import Kind
from network.profiles.models import Profile, Reminder


@transaction.atomic
def say_still_right(*, by: User, profile: Profile) -> None:
    """The worker has looked through the page. Once more is the same."""
    rules.require_owner(by, profile)
    Profile.objects.filter(pk=profile.pk).update(checked_at=timezone.now())


@transaction.atomic
def choose_mails(*, by: User, profile: Profile, yearly: bool, reminders: bool) -> None:
    rules.require_owner(by, profile)
    Profile.objects.filter(pk=profile.pk).update(yearly=yearly, reminders=reminders)


@transaction.atomic
def end_mails(*, by: User, profile: Profile, kind: Kind) -> None:
    """No more of these."""
    rules.require_owner(by, profile)
    Profile.objects.filter(pk=profile.pk).update(**{kind.value: False})


@transaction.atomic
def ask_if_right(*, pk: int, now: datetime) -> bool:
    """The yearly mail to one person. Of two runs at the same moment one finds that it was sent."""
    if not mailing.to_be_asked(now).filter(pk=pk).update(asked_at=now):
        return False
    profile = Profile.objects.select_related("user").get(pk=pk)
    context = {"profile": profile, "link": mail_links.address(profile, Kind.YEARLY)}
    mail.send("profiles/emails/still_right", to=profile.user.email, context=context, language=settings.LANGUAGE_CODE)
    return True


@transaction.atomic
def remind(*, pk: int, today: date) -> bool:
    """One mail about all papers of this person that are due today. False where nothing is due any more."""
    profile = Profile.objects.select_for_update(of=("self",)).select_related("user").filter(pk=pk).first()
    papers = list(mailing.running_out(today).filter(profile=pk).select_related("kind").order_by("valid_until", "pk"))
    if profile is None or not papers:
        return False
    now = timezone.now()
    Reminder.objects.bulk_create(
        Reminder(
            qualification=paper,
            due=paper.valid_until,
            days=mailing.days_ahead(paper.valid_until, today),
            sent_at=now,
        )
        for paper in papers
        if paper.valid_until
    )
    context = {
        "papers": papers,
        "link": mail.link(reverse("profiles:deadlines")),
        "end": mail_links.address(profile, Kind.REMINDERS),
    }
    mail.send("profiles/emails/deadlines", to=profile.user.email, context=context, language=settings.LANGUAGE_CODE)
    return True
