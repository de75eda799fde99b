"""What a question and a line of the task list are."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.functional import Promise

from network.profiles.models import Profile


@dataclass(frozen=True)
class Question:
    """One page with one form. `answers` are fields of the profile and of the form; `given` where the form shows them otherwise."""

    key: str
    title: str | Promise
    form: type[forms.Form]
    action: Callable[..., None]
    answers: tuple[str, ...]
    given: Callable[[Profile], dict[str, Any]] | None = None
    template: str = "layouts/question.html"

    def initial(self, profile: Profile) -> dict[str, Any]:
        """What was answered before."""
        return self.given(profile) if self.given else {name: getattr(profile, name) for name in self.answers}


@dataclass(frozen=True)
class Step:
    """One line of the task list. `is_open` is None for what nobody has to answer. `own`: the address has its own name."""

    key: str
    title: str | Promise
    hint: Callable[[Profile], str]
    is_open: Callable[[Profile], bool] | None = None
    own: bool = False

    @property
    def url(self) -> str:
        return reverse(f"profiles:{self.key}") if self.own else reverse("profiles:question", args=[self.key])
