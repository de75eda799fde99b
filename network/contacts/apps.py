from django.apps import AppConfig


class ContactsConfig(AppConfig):
    name = "network.contacts"

    def ready(self) -> None:
        from accounts import registry as accounts  # noqa: PLC0415 models are there only now
        from accounts import waiting  # noqa: PLC0415
        from network.contacts import actions, at_desk, merging, registers  # noqa: PLC0415
        from network.contacts.notices import answering, returning  # noqa: PLC0415
        from network.desk import registry as desk  # noqa: PLC0415
        from network.employers import registry as employers  # noqa: PLC0415
        from network.profiles import registry as profiles  # noqa: PLC0415

        waiting.questions["contacts"] = registers.question
        accounts.open_tasks["contacts"] = registers.open_tasks
        accounts.exporters["contacts"] = registers.export
        accounts.erasers["contacts"] = (20, registers.erase)
        accounts.purgers["contacts"] = actions.expire
        employers.merged["contacts"] = (20, merging.follow_employer)
        employers.member_tasks["contacts"] = registers.member_tasks
        waiting.questions["notices"] = registers.interests
        profiles.acts.append(registers.acts)
        profiles.names_given.append(registers.names_given)
        profiles.hidden.append(answering.hide)
        desk.subjects["offer"] = at_desk.SUBJECT
        desk.conduct.append(at_desk.conduct)
        profiles.onward.append(returning.onward)
