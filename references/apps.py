from django.apps import AppConfig
from django.core.checks import Tags, register
from django.utils.translation import gettext_lazy


class ReferencesConfig(AppConfig):
    name = "references"

    def ready(self) -> None:
        from accounts import registry as accounts  # noqa: PLC0415 models are there only now
        from accounts import waiting as asked  # noqa: PLC0415
        from network.desk import registry as desk  # noqa: PLC0415
        from network.employers import registry as employers  # noqa: PLC0415
        from network.moving import registry as moving  # noqa: PLC0415
        from network.profiles import registry as profiles  # noqa: PLC0415
        from references import (  # noqa: PLC0415
            cases,
            checks,
            heads,
            items,
            merging,
            registers,
            taking_along,
        )
        from references.handshake import guesses  # noqa: PLC0415
        from references.managing import registers as managing  # noqa: PLC0415
        from references.signals import looking, notes  # noqa: PLC0415
        from references.stamp import actions as stamp_actions  # noqa: PLC0415
        from references.stamp import calendar as stamp  # noqa: PLC0415
        from references.stamp.cases import SUBJECT as STAMP  # noqa: PLC0415
        from references.voices import cases as voice_cases  # noqa: PLC0415
        from references.voices import registers as voices  # noqa: PLC0415
        from references.voices import taking_along as voices_along  # noqa: PLC0415
        from references.waiting import QUESTIONS  # noqa: PLC0415
        from references.witness.cases import SUBJECT as WITNESS  # noqa: PLC0415

        asked.questions |= QUESTIONS
        register(checks.keks_are_there, Tags.database)
        accounts.open_tasks["references"] = registers.open_tasks
        accounts.exporters["references"] = registers.export
        accounts.documents["references"] = taking_along.documents
        accounts.erasers["references"] = (10, registers.erase)
        accounts.wishes["references"] = managing.wish
        accounts.purgers["references"] = registers.purge
        accounts.purgers["ledger"] = heads.daily
        accounts.purgers["signals"] = looking.daily
        accounts.purgers["stamp"] = stamp.daily
        employers.merged["references"] = (10, merging.follow_employer)
        employers.member_tasks["references"] = registers.member_tasks
        profiles.sections.append(profiles.Section(20, "references", registers.section, "references/section.html"))
        title = gettext_lazy("References and voices")
        profiles.items.append(profiles.ItemSource(50, title, items.items, items.show_to))
        section = profiles.Section(25, "voices", voices.section, "references/voices/section.html")
        profiles.sections.append(section)
        profiles.bound.append(registers.is_bound)
        profiles.hidden.append(stamp_actions.hide)
        profiles.warned.append(voices.lost_with)
        moving.chapters.append(moving.Chapter("references", taking_along.rows, taking_along.said))
        moving.chapters.append(moving.Chapter("voices", voices_along.rows, voices_along.said))
        desk.subjects["reference"] = cases.SUBJECT
        desk.subjects["handshake"] = guesses.SUBJECT
        desk.subjects["voice"] = voice_cases.SUBJECT
        desk.subjects["stamp"] = STAMP
        desk.subjects["witness"] = WITNESS
        desk.decided.append(cases.settle)
        desk.notes["signals"] = notes.of
        desk.decided.append(notes.settle)
        self._tell_partners()

    def _tell_partners(self) -> None:
        from network.partners import registry  # noqa: PLC0415
        from references.partners import CHECK  # noqa: PLC0415

        registry.resources.append(CHECK)
