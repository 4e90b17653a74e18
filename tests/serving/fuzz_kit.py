"""Requests generated from a server's own document, by schemathesis."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings


def fuzz(url: str, document: Any, path: str, mode: str, *, cases: int, beyond: Sequence[str]) -> None:
    """Every case that the document allows is answered as it says; every other with a documented 4xx.

    `mode` is positive or negative, `beyond` holds reasons of refusals that a JSON schema cannot say.
    """
    schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed (extra: test)")
    import requests
    from schemathesis.specs.openapi.checks import content_type_conformance, positive_data_acceptance

    schema = schemathesis.openapi.from_dict(document)
    config = schema.config.generation
    config.modes, config.allow_x00 = [schemathesis.GenerationMode(mode)], True
    # A stream has another type than the document's one answer.
    left_out = [positive_data_acceptance, *([content_type_conformance] if "completions" in path else [])]
    with requests.Session() as client:
        client.trust_env = False

        @settings(max_examples=cases, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(case=schema[path]["POST"].as_strategy(schemathesis.GenerationMode(mode)))
        def check(case: Any) -> None:
            reply = case.call(base_url=url, session=client)
            case.validate_response(reply, excluded_checks=left_out)
            if mode == "positive" and reply.status_code != 200:
                assert any(reason in reply.json()["error"]["message"] for reason in beyond), reply.text

        check()
