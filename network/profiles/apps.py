from django.apps import AppConfig


class ProfilesConfig(AppConfig):
    name = "network.profiles"

    def ready(self) -> None:
        from accounts import registry  # noqa: PLC0415 models must be loaded

        try:  # until the occupations' fields are there
            from network.profiles import leaving, tasks  # noqa: PLC0415
        except ModuleNotFoundError:
            return
        registry.open_tasks["profiles"] = tasks.open_tasks
        registry.exporters["profiles"] = leaving.export
        registry.erasers["profiles"] = (40, leaving.erase)
