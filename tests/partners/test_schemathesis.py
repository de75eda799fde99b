"""Schemathesis asks what the description allows and what it forbids, over WSGI, the same questions each time."""

import os

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.config import SchemathesisConfig
from schemathesis.generation import GenerationMode

from network.partners import doors
from network.wsgi import application
from tests.partners import stage

QUESTIONS = 25 if "HANDSCHLAG_FUZZ" not in os.environ else 2000
ADDRESSES = ["/search", "/notices", "/notices/{public_id}", "/references/{public_id}"]
# Which occupation goes with which field, which postcode exists, and that a radius needs one, no list of parameters can say.
CONFIG = {"checks": {"positive_data_acceptance": {"expected-statuses": ["2xx", "400", "401", "404"]}}}


def house(environ, start_response):
    """The application behind a server that says where a question comes from."""
    return application({**environ, "REMOTE_ADDR": "127.0.0.1"}, start_response)


@pytest.fixture
def described(monkeypatch):
    monkeypatch.setattr(doors, "ASKED", doors.throttle.Limit("api-key", "1000000/m"))
    monkeypatch.setattr(doors, "WRONG", doors.throttle.Limit("api-wrong-key", "1000000/m"))
    for signal in (request_started, request_finished):  # they would close the database of the test
        monkeypatch.setattr(signal, "send", lambda **said: [])
    config = SchemathesisConfig.from_dict(CONFIG)
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", house, config=config)


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["allowed", "forbidden"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_is_found(anna, brandt, talheim, rita, program, described, address, mode):
    built = stage.build(anna, brandt, talheim, rita)
    there = built.notice if "notices" in address else built.reference
    operation, answers = described[address]["GET"], set()

    @settings(
        max_examples=QUESTIONS,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        deadline=None,
        derandomize="HANDSCHLAG_FUZZ" not in os.environ,
    )
    @given(case=operation.as_strategy(generation_mode=mode), met=st.booleans())
    def ask(case, met):
        if met and mode.is_positive:  # what exists: no chance would meet it
            case.path_parameters.update({"public_id": there.public_id} if "{" in address else {})
            case.query.update({"postcode": "90762", "field": "elektro"} if address == "/search" else {})
        answers.add(case.call_and_validate(headers={"Authorization": f"Bearer {program.secret}"}).status_code)

    ask()
    assert answers & ({200} if mode.is_positive else {400, 404})
