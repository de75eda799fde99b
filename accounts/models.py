from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, **fields: object) -> "User":
        user: User = self.model(email=self.normalize_email(email).lower(), **fields)
        user.set_unusable_password()
        user.save()
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """Somebody who signs in by a mail code or a passkey. There are no passwords."""

    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    is_demo = models.BooleanField(default=False)
    date_joined = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = EMAIL_FIELD = "email"
    objects = UserManager()

    class Meta:
        constraints = [models.UniqueConstraint(Lower("email"), name="user_email_once")]

    def __str__(self) -> str:
        return self.email


class MailCode(models.Model):
    """A six-digit code sent to a mailbox, for people without account: a referee, an employer's domain mailbox."""

    purpose = models.CharField(max_length=40)
    subject = models.CharField(max_length=64)
    mailbox_hash = models.CharField(max_length=64)
    code_hash = models.CharField(max_length=64)
    tries = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["purpose", "subject", "mailbox_hash"], name="mailcode_one_open")]

    def __str__(self) -> str:
        return f"{self.purpose} {self.subject}"


class SpokenCode(models.Model):
    """Six digits shown by one person and typed by another, see spoken.py."""

    purpose = models.CharField(max_length=40)
    subject = models.CharField(max_length=64)
    code_hash = models.CharField(max_length=64, unique=True)  # of purpose and digits, keyed
    half_hash = models.CharField(max_length=64, blank=True, db_index=True)  # of purpose and the first three, keyed
    tries = models.PositiveSmallIntegerField(default=0)  # wrong digits that began like these
    created_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["purpose", "subject"], name="spokencode_one_open")]

    def __str__(self) -> str:
        return f"{self.purpose} {self.subject}"
