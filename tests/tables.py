"""What stands in the database, to be compared before and after."""

from collections.abc import Collection

from django.apps import apps


def dump(without: Collection[str] = ()) -> dict[str, list]:
    """Every row of every table, but for those named in `without`."""
    models = [model for model in apps.get_models() if model._meta.label not in without]
    return {model._meta.label: list(model._base_manager.order_by("pk").values()) for model in models}
