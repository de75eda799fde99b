from django.apps import AppConfig


class ProfilesConfig(AppConfig):
    name = "network.profiles"

    def ready(self) -> None:
        from accounts import registry  # noqa: PLC0415 models must be loaded
        from network.employers import registry as employers  # noqa: PLC0415
        from network.profiles import actions, leaving, tasks, upkeep  # noqa: PLC0415

        registry.open_tasks["profiles"] = tasks.open_tasks
        registry.exporters["profiles"] = leaving.export
        registry.erasers["profiles"] = (40, leaving.erase)
        registry.purgers["profiles"] = upkeep.daily
        employers.member_tasks["profiles"] = tasks.member_tasks
        employers.named["profiles"] = actions.meet_employer
