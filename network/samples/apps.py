from django.apps import AppConfig


class SamplesConfig(AppConfig):
    name = "network.samples"

    def ready(self) -> None:
        from accounts import registry  # noqa: PLC0415  models are there only now
        from network.profiles.registry import Section, sections  # noqa: PLC0415
        from network.samples import actions, presenters, registering, sweeping  # noqa: PLC0415

        sections.append(Section(10, "samples", presenters.section, "samples/section.html"))
        registry.open_tasks["samples"] = registering.open_tasks
        registry.exporters["samples"] = registering.export
        registry.erasers["samples"] = (30, actions.erase_all)
        registry.purgers["samples"] = sweeping.sweep
