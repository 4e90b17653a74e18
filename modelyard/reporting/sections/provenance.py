"""Why this model, every claim, the environment, the digests, and the commands that make the run again."""

from __future__ import annotations

import json
import shlex
from typing import Any

from modelyard.core.report import Claim
from modelyard.core.secrets import without_secrets
from modelyard.core.words import MISSING, duration, measured, number, p_value, quantity, size
from modelyard.reporting import names
from modelyard.reporting.evidence import Evidence


def selection(evidence: Evidence) -> dict[str, Any] | None:
    """The candidates, the paired test between them and the reason for the choice; None before there is one."""
    found = evidence.selection
    if not found:
        return None
    test, metric = found.get("test") or {}, str(found.get("metric", ""))
    return {
        "reason": str(found.get("reason", "")).replace(metric or "\0", names.metric(metric)),
        "metric": names.metric(metric),
        "candidates": [
            {
                "family": item.get("family", ""),
                "value": number(item.get("value")),
                "seconds": duration(item.get("seconds")),
                "steps": f"{item['steps']:,}" if item.get("steps") else MISSING,
                "parameters": quantity(item["parameters"]) if item.get("parameters") else MISSING,
                "shipped": item.get("family") == found.get("shipped"),
            }
            for item in found.get("candidates") or ()
        ],
        "test": _test(test) if test.get("difference") is not None else "",
        "baselines": [
            {"name": item.get("name", ""), "seconds": duration(item.get("seconds"))}
            for item in (evidence.evaluation.get("verdict") or {}).get("baselines", ())
            if item.get("seconds") is not None
        ],
    }


def _test(test: dict[str, Any]) -> str:
    text = f"difference {' '.join(measured(test['difference'], test.get('interval'), sign=True))}"
    probability = test.get("p_value")
    shown = "" if probability is None else f", {p_value(probability, test.get('p_floor', 0.0))}"
    return text.rstrip() + shown


def claims(evidence: Evidence) -> dict[str, Any]:
    """Every claim: a row a figure (name, split, n), a column a subject."""
    subjects = list(dict.fromkeys(claim.subject for claim in evidence.claims))
    rows: dict[tuple[str, str, int, str], dict[str, Claim]] = {}
    for claim in evidence.claims:
        rows.setdefault((claim.name, claim.split, claim.n, names.unit(claim)), {})[claim.subject] = claim
    return {
        "subjects": [
            f"{evidence.shipped} (shipped)" if name == "model" and evidence.shipped else name for name in subjects
        ],
        "rows": [
            {
                "name": names.metric(name),
                "unit": unit,
                "split": split,
                "n": f"{n:,}",
                "cells": [_cell(found.get(subject)) for subject in subjects],
            }
            for (name, split, n, unit), found in rows.items()
        ],
        "sources": sorted({claim.source for claim in evidence.claims}),
    }


def _cell(claim: Claim | None) -> dict[str, str]:
    if claim is None:
        return {"value": "", "interval": ""}
    value, interval = claim.shown
    return {"value": value, "interval": interval}


def environment(evidence: Evidence) -> list[tuple[str, str]]:
    """The machine and the versions the run was made with."""
    found = evidence.plan.get("environment") or evidence.manifest.get("environment") or {}
    rows = []
    for key, value in found.items():
        if key == "versions" and isinstance(value, dict):
            rows += [(str(name), str(version)) for name, version in value.items()]
        elif key.endswith("_bytes") and isinstance(value, (int, float)):
            rows.append((key.removesuffix("_bytes").replace("_", " "), size(value)))
        elif isinstance(value, (str, int, float)):
            rows.append((key.replace("_", " "), str(value)))
    return rows


def digests(evidence: Evidence) -> list[tuple[str, str, str]]:
    """What was digested, its SHA-256 and its size: the data, the artifact's manifest and every file of the artifact."""
    rows = []
    fingerprint = evidence.bundle.get("fingerprint") or evidence.manifest.get("fingerprint")
    if fingerprint:
        rows.append(("data (fingerprint)", str(fingerprint), ""))
    if evidence.artifact_digest:
        rows.append(("artifact/manifest.json", evidence.artifact_digest, ""))
    for name, digest in (evidence.manifest.get("files") or {}).items():
        known = evidence.artifact_bytes.get(name)
        rows.append((f"artifact/{name}", str(digest), size(known) if known is not None else ""))
    return rows


def commands(evidence: Evidence) -> list[tuple[str, str]]:
    """What to type to make the run again, to check it, to serve it and to ask it."""
    run = shlex.quote(evidence.path)
    version = (evidence.plan.get("environment") or {}).get("versions", {}).get("modelyard", "")
    pinned = f"modelyard[train]=={version}" if version else "modelyard[train]"
    found = [
        ("install the same version", f"pip install {shlex.quote(pinned)}"),
        ("make the run again", f"modelyard run {shlex.quote(evidence.path + '/recipe.yaml')} --out again"),
    ]
    if evidence.artifact_digest and evidence.is_masked:
        found.append(("serve", f"modelyard serve {run} --port 8000"))
    elif evidence.artifact_digest and evidence.is_language:
        found += _writing(evidence, run)
    elif evidence.artifact_digest:
        found += [
            ("evaluate on any labelled file", f"modelyard evaluate {run} --data labelled.csv"),
            ("answer every row of a file", f"modelyard predict {run} rows.csv --out answers.csv"),
            ("serve", f"modelyard serve {run} --port 8000"),
        ]
        body = request(evidence)
        if body:
            header = "-H 'content-type: application/json'"
            found.append(("ask", f"curl localhost:8000/v1/predict {header} -d {shlex.quote(body)}"))
    return found


def _writing(evidence: Evidence, run: str) -> list[tuple[str, str]]:
    """What a model that writes is asked to do."""
    prompt = _prompt(evidence)
    asked: dict[str, Any] = {"prompt": prompt}
    if evidence.is_talk:
        path, asked = "/v1/chat/completions", {"messages": [{"role": "user", "content": prompt}]}
        first = [("talk with it", f"modelyard chat {run}")]
    else:
        path = "/v1/completions"
        first = [
            ("continue a text", f"modelyard generate {run} --prompt {shlex.quote(prompt)} --max-new-tokens 40"),
            ("bits per byte of any text", f"modelyard evaluate {run} --data text.txt"),
        ]
    body = shlex.quote(json.dumps({**asked, "max_tokens": 40}, ensure_ascii=False))
    return [
        *first,
        ("serve, as OpenAI's clients call it", f"modelyard serve {run} --port 8000"),
        ("ask", f"curl localhost:8000{path} -H 'content-type: application/json' -d {body}"),
    ]


def _prompt(evidence: Evidence) -> str:
    """The first line of a text that the report continues too."""
    samples = evidence.evaluation.get("samples") or [{}]
    lines = str(samples[0].get("prompt") or "").strip().splitlines()
    return lines[0][:60] if lines else "Once upon a time"


def request(evidence: Evidence) -> str:
    """A request with the schema's own examples; empty where an input is too long to type."""
    columns = evidence.schema.inputs if evidence.schema else ()
    if not columns or any(column.kind == "vector" for column in columns):
        return ""
    example: dict[str, Any] = {}
    for column in columns:
        value = column.example
        if value is None:
            value = column.values[0] if column.values else "..." if column.kind in ("text", "category", "date") else 0
        example[column.name] = value[:160] if isinstance(value, str) else value
    return json.dumps({"inputs": [without_secrets(example)]}, ensure_ascii=False)
