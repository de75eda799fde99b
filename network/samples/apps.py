from django.apps import AppConfig
from django.utils.translation import gettext_lazy


class SamplesConfig(AppConfig):
    name = "network.samples"

    def ready(self) -> None:
        from accounts import registry, waiting  # noqa: PLC0415  models are there only now
        from network.profiles.registry import ItemSource, Section, items, sections, warned  # noqa: PLC0415
        from network.samples import actions, presenters, registering, sweeping, witnessing  # noqa: PLC0415

        sections.append(Section(10, "samples", presenters.section, "samples/section.html"))
        items.append(ItemSource(40, gettext_lazy("Work samples"), registering.items, actions.show_to))
        warned.append(witnessing.warning_of_station)
        waiting.questions["samples"] = registering.question
        registry.open_tasks["samples"] = registering.open_tasks
        registry.exporters["samples"] = registering.export
        registry.erasers["samples"] = (30, actions.erase_all)
        registry.purgers["samples"] = sweeping.sweep
