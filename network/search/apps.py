from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "network.search"

    def ready(self) -> None:
        from accounts import registry as accounts  # noqa: PLC0415 models are there only now
        from network.employers import registry as employers  # noqa: PLC0415
        from network.profiles import registry as profiles  # noqa: PLC0415
        from network.search import registers  # noqa: PLC0415
        from network.search.shortlist.registers import acts  # noqa: PLC0415

        accounts.exporters["search"] = registers.export
        accounts.erasers["search"] = (20, registers.erase)
        accounts.purgers["search"] = registers.daily
        employers.member_tasks["search"] = registers.member_tasks
        employers.merged["search"] = (20, registers.follow_employer)
        profiles.acts.append(acts)
