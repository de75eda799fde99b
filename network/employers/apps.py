from django.apps import AppConfig


class EmployersConfig(AppConfig):
    name = "network.employers"

    def ready(self) -> None:
        from accounts import registry  # noqa: PLC0415  models are there only now
        from network.employers import actions, privacy, tasks  # noqa: PLC0415
        from network.employers.registry import member_tasks  # noqa: PLC0415

        registry.open_tasks["employers"] = tasks.employers_of
        registry.exporters["employers"] = privacy.export
        registry.erasers["employers"] = (50, actions.erase)
        registry.purgers["employers"] = actions.purge
        registry.farewells["employers"] = privacy.farewell
        registry.second_factor["employers"] = privacy.needs_second_factor
        member_tasks["employers"] = tasks.own
