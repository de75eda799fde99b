"""What programs can ask. This room fills in search and notices in its AppConfig.ready(), upper rooms what is theirs."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.utils.functional import Promise

from network.employers.viewer import Viewer
from network.partners.parameters import Parameter

Json = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """A question whose parameters are known and fit. `seen` is false where only the head is asked for: then nobody is shown."""

    viewer: Viewer
    query: QueryDict
    public_id: str = ""
    seen: bool = True


@dataclass(frozen=True)
class Resource:
    """One address below /api/v1/. `schemas` are for openapi.json, `schema` is the name of the answer's in there.

    `answer` raises problems.Problem.
    """

    name: str
    route: str  # as in urls.py: "notices/<slug:public_id>"
    summary: str | Promise
    schema: str
    schemas: Callable[[], dict[str, Json]]
    answer: Callable[[Asked], Json]
    parameters: Callable[[], list[Parameter]] = list
    named: str | Promise = field(default="")  # what public_id is


resources: list[Resource] = []
