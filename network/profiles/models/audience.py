"""Who reads a single item, within what the page itself allows."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Audience(models.TextChoices):
    """The narrower of page and item wins: an item for all is seen by nobody while the page is seen by nobody."""

    ALL = "all", _("Everyone who may open my page")
    EMPLOYERS = "employers", _("Only checked employers")
    NOBODY = "nobody", _("Only me")
