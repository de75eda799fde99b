from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "network.desk"

    def ready(self) -> None:
        from accounts import registry, waiting  # noqa: PLC0415  models are there only now
        from network.desk import actions, cases, pressing, privacy, rules, tasks  # noqa: PLC0415
        from network.desk import registry as desk  # noqa: PLC0415
        from network.desk.models import Case  # noqa: PLC0415
        from network.employers import registry as employers  # noqa: PLC0415
        from network.profiles import registry as profiles  # noqa: PLC0415

        waiting.questions["desk"] = tasks.question
        waiting.questions["cases"] = tasks.question_of_cases
        registry.open_tasks["desk"] = tasks.queue_of
        employers.merged["desk"] = (60, cases.follow_employer)
        employers.member_tasks["desk"] = tasks.for_admins
        registry.exporters["desk"] = privacy.export
        registry.erasers["desk"] = (60, actions.erase)
        registry.farewells["desk"] = privacy.farewell
        registry.purgers["desk"] = actions.purge
        registry.second_factor["desk"] = rules.is_desk
        profiles.may_help.append(rules.may_help)
        desk.notes |= dict.fromkeys(Case.PRIVATE, pressing.notes)
