from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.ids import public_id
from network.occupations.models import Field, Occupation
from network.places.models import Near, Place
from network.profiles.models.audience import Audience
from network.profiles.querysets import ProfileQuerySet
from network.profiles.querysets_papers import Paper


class Profile(models.Model):
    """A worker's page. The lower half are copies for search, written by actions.refresh() alone."""

    class Visibility(models.TextChoices):
        OFF = "off", _("Nobody")
        LINK = "link", _("People who have my link")
        EMPLOYERS = "employers", _("Checked employers")
        EVERYONE = "everyone", _("Everyone")

    class Goal(models.TextChoices):
        OPEN = "open", _("I am open for offers")
        KEEP = "keep", _("I only want to keep my references")
        SIDE = "side", _("I am looking for a side job")
        TRAINING = "training", _("I am looking for an apprenticeship")
        LATER = "later", _("Not now, but from a certain day on")

    class Notice(models.TextChoices):
        """How long before the end somebody has to give notice. The usual periods of § 622 BGB and of contracts."""

        NONE = "none", _("None, I can begin at any time")
        TWO_WEEKS = "2-weeks", _("2 weeks")
        FOUR_WEEKS = "4-weeks", _("4 weeks")
        MONTH = "1-month", _("1 month")
        TWO_MONTHS = "2-months", _("2 months")
        THREE_MONTHS = "3-months", _("3 months")
        HALF_YEAR = "6-months", _("6 months")
        QUARTER = "quarter", _("To the end of a quarter")
        UNKNOWN = "unknown", _("I do not know")

    class NameShown(models.TextChoices):
        INITIAL = "initial", _("First name and initial")
        FULL = "full", _("Full name")

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="profile")
    handle = models.CharField(max_length=10, default=public_id)
    name = models.CharField(max_length=80, blank=True)
    name_shown = models.CharField(max_length=10, choices=NameShown, default=NameShown.INITIAL)
    occupation = models.ForeignKey(Occupation, models.PROTECT, null=True, related_name="+", db_index=False)
    place = models.ForeignKey(Place, models.PROTECT, null=True, related_name="+", db_index=False)
    radius_km = models.PositiveSmallIntegerField(default=25)
    montage = models.BooleanField(default=False)
    goal = models.CharField(max_length=10, choices=Goal, blank=True)
    resting_until = models.DateField(null=True, blank=True)  # with goal "later": open for offers from this day on
    available_from = models.DateField(null=True, blank=True)
    notice = models.CharField(max_length=10, choices=Notice, blank=True)
    hours = models.PositiveSmallIntegerField(null=True, blank=True)  # at most so many a week
    week = models.BigIntegerField(default=0)  # bit day * 3 + part; days from Monday, parts early, late, night
    shifts = models.BigIntegerField(default=0)  # bits of vocabulary.SHIFTS
    licences = models.BigIntegerField(default=0)  # bits of vocabulary.LICENCES
    languages = models.JSONField(default=dict, blank=True)  # {"de": "b2"}: slugs of vocabulary.LANGUAGES and LEVELS
    available_said = models.DateField(null=True, blank=True)  # the day on which the times of work were last answered
    about = models.CharField(max_length=300, blank=True)
    phone = models.CharField(max_length=20, blank=True)  # E.164
    phone_audience = models.CharField(max_length=10, choices=Audience, default=Audience.NOBODY)
    mail = models.EmailField(blank=True)  # to be shown; need not be the one to sign in with
    mail_audience = models.CharField(max_length=10, choices=Audience, default=Audience.NOBODY)
    visibility = models.CharField(max_length=10, choices=Visibility, default=Visibility.OFF)
    visibility_chosen = models.BooleanField(default=False)
    indexable = models.BooleanField(default=False)  # search engines may show the page; only where everyone may see it
    created_at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(default=timezone.now)

    # Keeping it true without nagging
    checked_at = models.DateTimeField(null=True)  # the worker last said: this is still right
    asked_at = models.DateTimeField(null=True)  # the yearly mail, at most once in a year
    yearly = models.BooleanField(default=True)  # that mail is wanted
    reminders = models.BooleanField(default=True)  # mails before a paper runs out are wanted
    feed_hash = models.CharField(max_length=64, blank=True)  # of the secret of the calendar feed

    # Set up together with somebody at the desk
    helper = models.ForeignKey(  # may write now
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", db_index=False
    )
    unconfirmed = models.JSONField(
        default=list, blank=True
    )  # what a helper typed, see helping.py: ["name", "station:7"]

    # Copies for search
    field = models.ForeignKey(Field, models.PROTECT, null=True, related_name="+", db_index=False)
    group = models.CharField(max_length=60, blank=True)  # Occupation.group
    spot = models.BigIntegerField(null=True)  # field and place as one number, see spots.py
    searchable = models.BooleanField(default=False)  # complete, and visible to checked employers or everyone
    public = models.BooleanField(default=False)  # visible to everyone
    open = models.BooleanField(default=False)  # wants offers; shown to members of checked employers only (law 3)
    quals = models.BigIntegerField(default=0)
    refs = models.PositiveSmallIntegerField(default=0)  # released references, not withdrawn
    checked_refs = models.PositiveSmallIntegerField(default=0)  # of these, in the name of an employer checked then
    vouched_months = models.PositiveSmallIntegerField(default=0)
    declared_months = models.PositiveSmallIntegerField(default=0)  # said by the worker alone
    vouched_by = models.PositiveSmallIntegerField(default=0)  # employers that confirmed
    last_confirmed = models.DateField(null=True)
    # When an answer changed by which people are searched. Never shown: it would tell of answers about offers (law 3).
    moved_at = models.DateTimeField(null=True, db_index=True)

    near = models.ForeignObject(Near, models.DO_NOTHING, from_fields=["place"], to_fields=["place"], related_name="+")
    objects = ProfileQuerySet.as_manager()
    papers: list[Paper]  # set by ProfileQuerySet.with_papers()
    looks_today: int  # set by ProfileQuerySet.with_looks()
    shared_id: int  # set by ProfileQuerySet.shared_by(), as the next four
    shared_noted: bool
    shared_items: list[str]
    shared_expires_at: datetime
    shared_ended_at: datetime | None
    newest_firm: str  # set by ProfileQuerySet.of(), empty where there is no station

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["handle"], name="profile_handle"),
            models.UniqueConstraint(fields=["feed_hash"], condition=~Q(feed_hash=""), name="profile_feed"),
            models.CheckConstraint(condition=Q(radius_km__gte=5, radius_km__lte=100), name="profile_radius"),
            models.CheckConstraint(
                condition=Q(searchable=False) | Q(visibility__in=["employers", "everyone"]), name="profile_searchable"
            ),
            models.CheckConstraint(condition=Q(public=False) | Q(visibility="everyone"), name="profile_public"),
            models.CheckConstraint(condition=Q(indexable=False) | Q(visibility="everyone"), name="profile_indexable"),
            models.CheckConstraint(
                condition=Q(unconfirmed=[]) | Q(visibility="off"), name="profile_hidden_until_confirmed"
            ),
            models.CheckConstraint(
                condition=Q(goal="later", resting_until__isnull=False) | (~Q(goal="later") & Q(resting_until=None)),
                name="profile_rests_until_a_day",
            ),
        ]
        # Each confirmation writes into every index that is not partial, so there are few: see docs/decisions/0053 and 0055.
        indexes = [
            models.Index(
                name="profile_search",
                condition=Q(searchable=True),
                fields=[
                    *("spot", "group", "radius_km", "searchable", "public", "open"),
                    *("shifts", "refs", "quals", "last_confirmed", "id", "place"),
                ],
            ),
            models.Index(name="profile_in_sitemap", condition=Q(indexable=True), fields=["id"]),
            models.Index(name="profile_helped", condition=Q(helper__isnull=False), fields=["helper"]),
        ]

    def __str__(self) -> str:
        return self.handle
