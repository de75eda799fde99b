from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("references", "0007_a_no_holds"),
    ]

    operations = [  # nothing was ever written to this table
        migrations.RemoveField(
            model_name="managelink",
            name="reference",
        ),
        migrations.AddField(
            model_name="managelink",
            name="mailbox_hash",
            field=models.CharField(default="", max_length=64),
            preserve_default=False,
        ),
    ]
