"""The page for six digits from another screen. A camera fills them in; POST spends them."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import pgettext

from accounts import throttle
from network.ui import pages
from network.ui.digits import brought
from references.closing import OwnDigits
from references.forms import DigitsForm


def page(
    request: HttpRequest,
    *,
    enter: Callable[[str], str | None],
    limit: throttle.Limit,
    home: str,
    title: str,
    hint: str,
    template: str = "references/question.html",
) -> HttpResponse:
    """`enter` gives the secret for what is behind the digits. What is wrong, old, used or hidden looks the same."""
    form = DigitsForm(pages.posted(request), initial=brought(request))
    form.fields["code"].help_text = hint
    if request.method == "POST":
        throttle.require(request, limit)
        if form.is_valid():
            try:
                token = enter(form.cleaned_data["code"])
                if token:
                    return redirect(home, token)
                form.add_error("code", _wrong())
            except OwnDigits:
                form.add_error("code", _own())
    return pages.ask(request, form, title=title, template=template)


def _wrong() -> str:
    return pgettext(
        "to referee", "These are not the digits, or they are used or older than 10 minutes. Let them be shown anew."
    )


def _own() -> str:
    return pgettext("to worker", "These are your own digits. Let the other person type them, on another phone.")
