"""The questions to the invited person."""

from typing import Any

from django import forms
from django.utils.translation import pgettext, pgettext_lazy

from network.profiles.models import Station
from network.profiles.presenters import firm_of
from network.ui.fields import choices
from references.forms import LineField
from references.presenters import span_claimed

NEW = "new"


class AnswerForm(forms.Form):
    """Nothing preselected. Without `words` the firm only invites; without `open` nobody stands for the words any more."""

    answer = forms.ChoiceField(
        label=pgettext_lazy("to worker", "What do you want?"),
        widget=forms.RadioSelect,
        error_messages={"required": pgettext_lazy("to worker", "Choose what you want")},
    )

    def __init__(self, *args: Any, words: bool, stands: bool, firm: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        take = (
            "take",
            pgettext("to worker", "Take it over"),
            pgettext("to worker", "You get your own page. Nobody sees anything before you show it."),
        )
        if not words:
            take = ("take", pgettext("to worker", "Make my page"), take[2])
        no = pgettext("to worker", "%(firm)s does not learn of it, and cannot ask you again for a year.") % {
            "firm": firm
        }
        never = pgettext("to worker", "No firm can send anything like this to your mailbox any more.")
        field: Any = self.fields["answer"]
        field.choices = choices(
            [
                *([take] if stands or not words else []),
                ("no", pgettext("to worker", "No, thank you"), no),
                ("never", pgettext("to worker", "Do not ask me again"), never),
            ]
        )


class TakeForm(forms.Form):
    """Which of the own stations the words are about, and a name where the page has none yet. Only what is not known is asked."""

    name = LineField(
        label=pgettext_lazy("to worker", "What is your name?"),
        help_text=pgettext_lazy("to worker", "Others see your first name and an initial, until you choose otherwise."),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name", "spellcheck": "false"}),
        error_messages={"required": pgettext_lazy("to worker", "Enter your name")},
    )
    station = forms.ChoiceField(
        label=pgettext_lazy("to worker", "Which time there is it about?"),
        widget=forms.RadioSelect,
        error_messages={"required": pgettext_lazy("to worker", "Choose which time it is about")},
    )

    def __init__(self, *args: Any, stations: list[Station], named: bool, span: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.stations = {str(each.pk): each for each in stations}
        if named:
            del self.fields["name"]
        if not stations:
            del self.fields["station"]
            return
        new = (NEW, pgettext("to worker", "A new station on my page"), span)
        field: Any = self.fields["station"]
        field.choices = choices(
            [*((key, firm_of(each), span_claimed(each)) for key, each in self.stations.items()), new]
        )

    def answers(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {"name": said.get("name", ""), "station": self.stations.get(said.get("station", NEW))}
