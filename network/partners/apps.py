from django.apps import AppConfig


class PartnersConfig(AppConfig):
    name = "network.partners"

    def ready(self) -> None:
        from accounts import registry as accounts  # noqa: PLC0415 models are there only now
        from network.employers import registry as employers  # noqa: PLC0415
        from network.partners import actions, noticing, registers, registry, searching  # noqa: PLC0415

        accounts.exporters["partners"] = registers.export
        accounts.erasers["partners"] = (15, registers.erase)
        accounts.purgers["partners"] = actions.purge
        accounts.sensitive.add("partners:new_key")
        employers.member_tasks["partners"] = registers.member_tasks
        registry.resources += [searching.SEARCH, noticing.NOTICES, noticing.NOTICE]
