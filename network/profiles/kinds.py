"""Kinds of stations: what each of them has, and how it is called where no firm stands. Values of Station.Kind."""

from django.utils.translation import gettext as _

JOB, TRAINING, SELF, RETRAINING, FAMILY = "job", "training", "self", "retraining", "family"

# Stored as the firm of who works for herself without a name for it. Readable as it is where nobody translates it; the
# person's own name would tell more than the page may.
UNNAMED = "Selbstständig"

ADDED = (TRAINING, SELF, RETRAINING, FAMILY)  # beside the usual case
AT_A_FIRM = (JOB, TRAINING, RETRAINING)  # somebody else is there who can confirm it; a registered employer can be named
LEARNED = (TRAINING, RETRAINING)


def firm_words(kind: str, name: str) -> str:
    """Where somebody was, without the town."""
    if kind == FAMILY:
        return _("Time for the family, or to care for somebody")
    return _("Self-employed") if kind == SELF and name == UNNAMED else name


def job_words(kind: str, name: str, job: str) -> str:
    """What somebody did there. Empty for family time: nobody asks why (law 11)."""
    if kind == TRAINING:
        return _("Apprenticeship: %(job)s") % {"job": job}
    if kind == RETRAINING:
        return _("Retraining: %(job)s") % {"job": job}
    if kind == SELF and name != UNNAMED:
        return _("Self-employed: %(job)s") % {"job": job}
    return "" if kind == FAMILY else job
