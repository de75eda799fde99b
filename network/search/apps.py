from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "network.search"

    def ready(self) -> None:
        from accounts import registry as accounts  # noqa: PLC0415 models are there only now
        from network.employers import registry as employers  # noqa: PLC0415
        from network.profiles import registry as profiles  # noqa: PLC0415
        from network.search.shortlist import actions as shortlist  # noqa: PLC0415
        from network.search.shortlist import registers as shortlists  # noqa: PLC0415

        accounts.exporters["search"] = shortlists.export
        accounts.erasers["search"] = (20, shortlists.erase)
        accounts.purgers["search"] = shortlist.purge
        employers.member_tasks["search"] = shortlists.member_tasks
        employers.merged["search"] = (20, shortlist.follow_employer)
        profiles.acts.append(shortlists.acts)
