"""The four kinds of pages that ask, as functions. Views call them last. posted() binds their forms.
And page_number(), for lists whose address can be shared."""

import re
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render


@dataclass(frozen=True)
class Row:
    """One line of a check page: what, the answer (a text or a list of texts), where to change it."""

    label: str
    value: str | list[str]
    change_url: str = ""


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to: everything that was sent, also when that is nothing; then every field says what it misses."""
    return request.POST if request.method == "POST" else None


def page_number(text: str) -> int:
    """Page 1 where nothing is said, 0 where the text is no page number at all. Seven digits are more pages than any list has."""
    return int(text or 1) if re.fullmatch(r"[1-9]\d{0,6}|", text, re.ASCII) else 0


def ask(
    request: HttpRequest, form: forms.BaseForm, *, title: str, template: str = "layouts/question.html", **context: Any
) -> HttpResponse:
    """A question page. context: back, caption, hint, button, and whatever a template of your own needs."""
    return render(request, template, {"form": form, "title": title, **context})


def check(
    request: HttpRequest, *, title: str, rows: list[Row], template: str = "layouts/check.html", **context: Any
) -> HttpResponse:
    """Everything once more before it is sent. context: form, button, back, hint."""
    return render(request, template, {"title": title, "rows": rows, **context})


def confirm(
    request: HttpRequest,
    *,
    title: str,
    text: str,
    button: str,
    back: str,
    template: str = "layouts/confirm.html",
    **context: Any,
) -> HttpResponse:
    """A step that cannot be undone: one button that names the act, one link back."""
    return render(request, template, {"title": title, "text": text, "button": button, "back": back, **context})


def done(
    request: HttpRequest,
    *,
    title: str,
    text: str,
    template: str = "layouts/done.html",
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    """What happened and what happens next. context: links as [(url, words)]."""
    return render(request, template, {"title": title, "text": text, **context}, status=status)
