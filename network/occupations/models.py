from django.db import models
from django.utils.translation import get_language

# Names are JSON by language: {"de": "Elektroniker/in Energie- und Gebäudetechnik", "en": "..."}.
# They are catalogue data, synced from data/, so they are not in the gettext catalogue.


def in_language(names: dict[str, object]) -> object:
    """The entry for the reader's language, German where there is none."""
    return names.get((get_language() or "de")[:2]) or names["de"]


class Field(models.Model):
    """Berufsfeld: one of twelve."""

    slug = models.SlugField(unique=True)
    names = models.JSONField()
    care = models.BooleanField(default=False)  # samples are cases without a person (law 12)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["order"]

    def __str__(self) -> str:
        return str(in_language(self.names))


class Occupation(models.Model):
    slug = models.SlugField(max_length=60, unique=True)
    field = models.ForeignKey(Field, models.PROTECT, related_name="occupations")
    kldb = models.CharField(max_length=5)
    level = models.PositiveSmallIntegerField()  # last digit of KldB 2010: 1 helper, 2 skilled, 3 specialist, 4 expert
    group = models.SlugField(max_length=60)  # found as one in search, e.g. "pflegefachkraft"; its own slug if alone
    names = models.JSONField()  # the neutral name; female and male forms are Terms, nobody's form is stored (law 11)
    pieces = models.BooleanField(default=False)  # a craft inside a care field: shows pieces, photos without people
    current = models.BooleanField(default=True)

    def __str__(self) -> str:
        return str(in_language(self.names))


class Term(models.Model):
    """A word people type, folded for finding. One row for each name and alias."""

    occupation = models.ForeignKey(Occupation, models.CASCADE, related_name="terms")
    text = models.CharField(max_length=80)
    key = models.CharField(max_length=80, db_index=True)

    def __str__(self) -> str:
        return self.text


class QualificationKind(models.Model):
    slug = models.SlugField(max_length=60, unique=True)
    bit = models.PositiveSmallIntegerField(unique=True)  # place in Profile.quals, 0..62, never reused
    names = models.JSONField()
    rule = models.CharField(max_length=20)  # none | years | months | yearly-duty
    amount = models.PositiveSmallIntegerField(null=True)
    duty_months = models.PositiveSmallIntegerField(null=True)  # something returns so often, while the paper stays valid
    old_before = models.DateField(null=True)  # papers issued before this day hold until `old_until`: a law has changed
    old_until = models.DateField(null=True)
    bound_to_firm = models.BooleanField(default=False)
    note = models.JSONField(default=dict)  # the rule in plain words, by language
    source = models.CharField(max_length=200)
    aliases = models.JSONField(default=list)
    current = models.BooleanField(default=True)

    def __str__(self) -> str:
        return str(in_language(self.names))

    @property
    def plain_note(self) -> str:
        """How long it holds, in the reader's language."""
        return str(in_language(self.note)) if self.note else ""


class Statement(models.Model):
    """A fixed, observable sentence (law 5). Retired ones stay, so that old references can be read."""

    code = models.CharField(max_length=40, unique=True)
    speaker = models.CharField(max_length=10, default="boss")  # boss | colleague | customer: each has a set of its own
    aspect = models.CharField(max_length=20)  # craft | reliability | people | safety | teaching | handover
    fits = models.JSONField()  # field slugs, occupation slugs, or ["*"]
    names = models.JSONField()  # {"de": "Hinterlässt die Baustelle besenrein.", "en": "Leaves the site swept."}
    retired = models.BooleanField(default=False)

    def __str__(self) -> str:
        return str(in_language(self.names))
