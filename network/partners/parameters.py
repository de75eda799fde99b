"""What may stand behind the question mark. One entry is the check and the line of openapi.json, so the two cannot differ."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from network.partners.problems import Wrong, wrong

POSTCODE, SLUG = r"[0-9]{5}", r"[a-z0-9]+(-[a-z0-9]+)*"
SHOWN = 60  # characters of a strange value, and names of a list, that a message repeats
LAST_PAGE = 9_999_999  # more pages than there are people


@dataclass(frozen=True)
class Parameter:
    """`choices`, or a whole number from `least` to `most`, or a `day`, or a text that fits `pattern`; up to `times` times.

    `known` asks the catalogue which texts there are, for the description; whoever answers says what is not known.
    """

    name: str
    words: str
    choices: tuple[str, ...] = ()
    least: int | None = None
    most: int = 0
    day: bool = False
    pattern: str = ""
    known: Callable[[], list[str]] | None = None
    times: int = 1
    needed: bool = False

    def problem(self, value: str) -> str:
        """What is wrong with one value; empty if nothing is."""
        if not value:
            return _("Say a value, or leave it out.")
        if self.choices:
            return "" if value in self.choices else self._in_choices(value)
        if self.least is not None and not self._in_range(value):
            return _("Say a whole number from %(least)d to %(most)d.") % {"least": self.least, "most": self.most}
        if self.day and not is_day(value):
            return _("Say a day like 2027-03-01.")
        fits = not self.pattern or re.fullmatch(self.pattern, value, re.ASCII)
        return "" if fits else self._in_pattern(value)

    def described(self) -> dict[str, Any]:
        """As OpenAPI 3.1 says it."""
        one = self._schema()
        many = {"type": "array", "items": one, "minItems": 1, "maxItems": self.times, "uniqueItems": True}
        more = {"explode": True, "style": "form"} if self.times > 1 else {}
        schema = many if self.times > 1 else one
        said = {"name": self.name, "in": "query", "required": self.needed, "description": str(self.words)}
        return {**said, **more, "schema": schema}

    def _schema(self) -> dict[str, Any]:
        if self.choices:
            return {"type": "string", "enum": list(self.choices)}
        if self.least is not None:
            return {"type": "integer", "minimum": self.least, "maximum": self.most}
        if self.day:
            return {"type": "string", "format": "date"}
        if self.known and (names := self.known()):
            return {"type": "string", "enum": names}
        return {"type": "string", "pattern": f"^{self.pattern}$"}

    def _in_range(self, value: str) -> bool:
        plain = re.fullmatch(r"0|-?[1-9][0-9]{0,8}", value, re.ASCII)
        return bool(plain) and (self.least or 0) <= int(value) <= self.most

    def _in_choices(self, value: str) -> str:
        there_are = ", ".join(self.choices)
        if len(there_are) > SHOWN:
            return not_known(value)
        said = {"value": value[:SHOWN], "choices": there_are}
        return _("“%(value)s” is not known. There are: %(choices)s.") % said

    def _in_pattern(self, value: str) -> str:
        if self.pattern == POSTCODE:
            return _("“%(value)s” is no postcode. It has five digits.") % {"value": value[:SHOWN]}
        return not_known(value)


def not_known(value: str) -> str:
    return _("“%(value)s” is not known. openapi.json lists what is.") % {"value": value[:SHOWN]}


def page() -> Parameter:
    return Parameter("page", _("Which page of the list, from 1 on"), least=1, most=LAST_PAGE)


def page_in(query: QueryDict) -> int:
    return int(query.get("page") or 1)


def check(query: QueryDict, known: Iterable[Parameter]) -> None:
    """Raises Problem that names each parameter at fault. Nothing is ignored: who mistypes a name would read a wrong answer."""
    by_name = {each.name: each for each in known}
    found = []
    for name, values in query.lists():
        parameter = by_name.get(name)
        if parameter is None:
            found.append(Wrong(name[:SHOWN], _("There is no such parameter here. See openapi.json.")))
        elif len(values) > parameter.times:
            times = _("Say it at most %(times)d times.") % {"times": parameter.times}
            found.append(Wrong(name, times if parameter.times > 1 else _("Say it once.")))
        elif problem := next(filter(None, map(parameter.problem, values)), ""):
            found.append(Wrong(name, problem))
    missing = [each for each in by_name.values() if each.needed and each.name not in query]
    found += [Wrong(each.name, _("This is needed.")) for each in missing]
    if found:
        raise wrong(*found)


def is_day(value: str) -> bool:
    try:
        return len(value) == 10 and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
