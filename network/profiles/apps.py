from django.apps import AppConfig
from django.utils.translation import gettext_lazy


class ProfilesConfig(AppConfig):
    name = "network.profiles"

    def ready(self) -> None:
        from accounts import registry  # noqa: PLC0415 models must be loaded
        from network.employers import registry as employers  # noqa: PLC0415
        from network.profiles import actions, items, leaving, tasks, upkeep  # noqa: PLC0415
        from network.profiles.registry import ItemSource  # noqa: PLC0415
        from network.profiles.registry import items as sources  # noqa: PLC0415

        sources += [
            ItemSource(10, gettext_lazy("Stations"), items.stations, actions.show_stations),
            ItemSource(20, gettext_lazy("Certificates and licences"), items.papers, actions.show_papers),
            ItemSource(30, gettext_lazy("How to reach you"), items.ways, actions.show_ways),
        ]
        registry.open_tasks["profiles"] = tasks.open_tasks
        registry.exporters["profiles"] = leaving.export
        registry.erasers["profiles"] = (40, leaving.erase)
        registry.purgers["profiles"] = upkeep.daily
        employers.member_tasks["profiles"] = tasks.member_tasks
        employers.named["profiles"] = actions.meet_employer
        employers.merged["profiles"] = (40, actions.follow_employer)
