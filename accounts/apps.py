from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        from accounts import actions, exporting, registry  # noqa: PLC0415  models are there only now

        registry.exporters["account"] = exporting.own
        registry.purgers["accounts"] = actions.purge
