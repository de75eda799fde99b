"""Pages that leave the house as files: everything they need to look right stands in them, nothing is loaded from anywhere."""

from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

SHEETS = "ui/css"


def page(template: str, context: dict[str, object]) -> str:
    """The finished HTML in the reader's language. The template extends layouts/alone.html."""
    return render_to_string(template, {**context, "style": _style()})


@cache
def _style() -> SafeString:
    """Our own style sheets one after the other, in the order of their numbers."""
    folder = Path(finders.find(SHEETS) or "")
    text = "\n".join(sheet.read_text(encoding="utf-8") for sheet in sorted(folder.glob("*.css")))
    return format_html("<style>{}</style>", mark_safe(text))  # noqa: S308  our own files
