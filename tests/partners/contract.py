"""The description that is published, made strict: a field that stands in no schema is a mistake here."""

from typing import Any

from django.test import Client
from jsonschema import Draft202012Validator, FormatChecker


def description() -> dict[str, Any]:
    answer = Client().get("/api/v1/openapi.json")
    assert answer.status_code == 200
    return answer.json()


def strict(schema: Any) -> Any:
    if isinstance(schema, list):
        return [strict(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {name: strict(value) for name, value in schema.items()}
    return {**inner, "additionalProperties": False} if inner.get("properties") and inner.get("type") else inner


def problems_of(said: Any, name: str, told: dict[str, Any]) -> list[str]:
    """What of an answer is not as its schema says."""
    whole = {"$ref": f"#/components/schemas/{name}", "components": strict(told["components"])}
    found = Draft202012Validator(whole, format_checker=FormatChecker()).iter_errors(said)
    return [f"{each.json_path}: {each.message}" for each in found]


def schema_of(told: dict[str, Any], path: str) -> str:
    """The name of the answer's schema of an address like "/notices/{public_id}"."""
    content = told["paths"][path]["get"]["responses"]["200"]["content"]
    return content["application/json"]["schema"]["$ref"].rpartition("/")[2]
