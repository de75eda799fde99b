"""The words of who states facts only: level of the work, tasks, training."""

from django.utils.translation import pgettext, pgettext_lazy

from network.ui.pages import Row

LEVELS = {  # the last digit of KldB 2010
    1: pgettext_lazy("level of the work", "helping and trained on the job"),
    2: pgettext_lazy("level of the work", "skilled"),
    3: pgettext_lazy("level of the work", "specialist or Meister"),
    4: pgettext_lazy("level of the work", "highly complex"),
}


def work_level(level: int) -> str:
    return str(LEVELS.get(level, ""))


def facts_rows(*, level: str, tasks: list[str], training: list[str]) -> list[Row]:
    """The check page of who states facts only. `change_url` is the step."""
    nothing = pgettext("to referee", "Nothing")
    return [
        Row(pgettext("to referee", "Level of the work"), level or nothing, "work"),
        Row(pgettext("to referee", "Tasks"), tasks or nothing, "facts"),
        Row(pgettext("to referee", "Training and instruction"), training or nothing, "facts"),
    ]
