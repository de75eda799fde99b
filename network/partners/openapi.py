"""openapi.json: OpenAPI 3.1, built from the same entries that check the questions."""

import re
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.mail import link
from network.partners import registry
from network.partners.problems import KINDS, TYPE
from network.partners.registry import Json, Resource
from network.partners.schemas import SHARED

VERSION = "1.0"
PART = re.compile(r"<slug:(\w+)>")
ID = r"^[a-z0-9]{1,40}$"


def document() -> Json:
    """In the reader's language. Three small questions to the catalogue."""
    base = reverse("partners:description").removesuffix("openapi.json")
    schemas: dict[str, Json] = dict(SHARED)
    for each in registry.resources:
        schemas |= each.schemas()
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Handschlag",
            "version": VERSION,
            "description": _("What a program of a checked employer may read. Read-only."),
        },
        "externalDocs": {"url": link(reverse("partners:about"))},
        "servers": [{"url": link(base.rstrip("/"))}],
        "security": [{"key": []}],
        "paths": {f"/{template(each.route)}": {"get": _operation(each)} for each in registry.resources},
        "components": {
            "schemas": schemas,
            "responses": {str(status): _problem(status) for status, _title in KINDS.values()},
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer", "bearerFormat": "hs_…"}},
        },
    }


def template(route: str) -> str:
    """ "notices/{public_id}" """
    return PART.sub(r"{\1}", route)


def _operation(resource: Resource) -> Json:
    parts = [_part(name, str(resource.named)) for name in PART.findall(resource.route)]
    found = {"$ref": f"#/components/schemas/{resource.schema}"}
    missing = ["404"] if parts or any(each.name == "page" for each in resource.parameters()) else []
    refused = {
        status: {"$ref": f"#/components/responses/{status}"} for status in ["400", "401", *missing, "429", "500", "503"]
    }
    return {
        "operationId": resource.name,
        "summary": str(resource.summary),
        "parameters": [*parts, *(each.described() for each in resource.parameters())],
        "responses": {"200": {"description": "OK", "content": {"application/json": {"schema": found}}}, **refused},
    }


def _part(name: str, words: str) -> dict[str, Any]:
    schema = {"type": "string", "pattern": ID}
    return {"name": name, "in": "path", "required": True, "description": words, "schema": schema}


def _problem(status: int) -> Json:
    """Several kinds can share a status."""
    title = ". ".join(str(title) for each, title in KINDS.values() if each == status)
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": title, "content": {TYPE: {"schema": schema}}}
