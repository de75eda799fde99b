from django.apps import AppConfig


class MovingConfig(AppConfig):
    name = "network.moving"

    def ready(self) -> None:
        from accounts import registry  # noqa: PLC0415 models must be loaded
        from network.moving import actions, leaving, tasks  # noqa: PLC0415
        from network.moving.packing.documents import documents  # noqa: PLC0415

        registry.documents["moving"] = documents
        registry.open_tasks["moving"] = tasks.open_tasks
        registry.exporters["moving"] = leaving.export
        registry.erasers["moving"] = (25, actions.forget)
        registry.purgers["moving"] = actions.purge
