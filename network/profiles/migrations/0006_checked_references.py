from django.db import migrations, models
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

CHECKED = 4


def count(apps, schema_editor):
    """As copies.refresh() counts: what everybody may read who finds the page."""
    profiles, confirmations = apps.get_model("profiles", "Profile"), apps.get_model("profiles", "Confirmation")
    for visibility, audiences in (("everyone", ["all"]), ("link", ["all"]), ("employers", ["all", "employers"])):
        signed = confirmations.objects.filter(
            Q(audience__in=audiences), station__profile=OuterRef("pk"), source__startswith="reference:", level__gte=CHECKED
        )
        number = signed.order_by().values("station__profile").annotate(number=Count("pk")).values("number")
        having = profiles.objects.filter(visibility=visibility, refs__gt=0)
        having.update(checked_refs=Coalesce(Subquery(number), 0))


class Migration(migrations.Migration):
    dependencies = [("profiles", "0005_newest_station_first")]

    operations = [
        migrations.AddField("profile", "checked_refs", models.PositiveSmallIntegerField(default=0)),
        migrations.RunPython(count, migrations.RunPython.noop),
    ]
