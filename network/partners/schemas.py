"""Pieces of the description of answers, JSON Schema as OpenAPI 3.1 uses it. What an answer holds stands beside what makes it."""

from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from accounts.mail import link
from network.partners.registry import Json

TEXT: Json = {"type": "string"}
NUMBER: Json = {"type": "integer", "minimum": 0}
YES_NO: Json = {"type": "boolean"}
DAY: Json = {"type": "string", "format": "date"}
MOMENT: Json = {"type": "string", "format": "date-time"}
ADDRESS: Json = {"type": "string", "format": "uri"}
LEVEL: Json = {"type": "integer", "minimum": 0, "maximum": 5}
NAMED: Json = {"$ref": "#/components/schemas/Named"}


def thing(**fields: Json) -> Json:
    """An object that always has all of these."""
    return {"type": "object", "required": list(fields), "properties": fields}


def many(of: Json) -> Json:
    return {"type": "array", "items": of}


def one_of(*values: str) -> Json:
    return {"type": "string", "enum": list(values)}


def or_nothing(schema: Json) -> Json:
    return {**schema, "type": [schema["type"], "null"]}


def paged(name: str, of: str) -> Json:
    """A page of a list, with the exact number of all."""
    counted = {"total": NUMBER, "page": {**NUMBER, "minimum": 1}, "pages": {**NUMBER, "minimum": 1}}
    listed = {name: many({"$ref": f"#/components/schemas/{of}"})}
    return thing(**counted, url=ADDRESS, next=or_nothing(ADDRESS), **listed)


SHARED = {
    "Named": thing(code=TEXT, name=TEXT),
    "Problem": thing(type=ADDRESS, title=TEXT, status={**NUMBER, "minimum": 400}, detail=TEXT)
    | {"description": "application/problem+json, RFC 9457"},
}
SHARED["Problem"]["properties"]["errors"] = many(thing(parameter=TEXT, detail=TEXT))


def named(code: str, name: Any) -> Json:
    return {"code": code, "name": str(name)}


def page_of(route: str, query: QueryDict, page: int, total: int, per_page: int, url: str) -> Json:
    """What stands above a list. `url` is the page for people that shows the same."""
    pages = max(1, -(-total // per_page))
    onward = None
    if page < pages:
        rest = [(name, value) for name, values in query.lists() if name != "page" for value in values]
        onward = f"{link(reverse(f'partners:{route}'))}?{urlencode([*rest, ('page', page + 1)])}"
    return {"total": total, "page": page, "pages": pages, "url": link(url), "next": onward}
