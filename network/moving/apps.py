from django.apps import AppConfig


class MovingConfig(AppConfig):
    name = "network.moving"

    def ready(self) -> None:
        from accounts import registry  # noqa: PLC0415 models must be loaded
        from network.moving.packing.documents import documents  # noqa: PLC0415

        registry.documents["moving"] = documents
