"""What the OpenAPI document says of `/v1/explain`; the rules are those of `explain`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from modelyard.serving.explain import MOST_CHARACTERS, MOST_ROWS, SECONDS
from modelyard.serving.openapi_embedding import model_schema


def schemas(
    name: str, methods: Sequence[str], labels: Sequence[str], example: dict[str, Any], *, named: bool
) -> dict[str, Any]:
    """The request and the answer, by name."""
    rows = {"type": "array", "items": {"$ref": "#/components/schemas/Row"}, "minItems": 1, "maxItems": MOST_ROWS}
    said = f"At most {MOST_ROWS} rows, texts of {MOST_CHARACTERS:,} characters, about {SECONDS:g} s a row."
    request = {
        "type": "object",
        "required": ["inputs", *(["model"] if named else [])],
        "additionalProperties": False,
        "description": said,
        "properties": {
            "inputs": rows,
            "method": {
                "enum": [*methods, None],
                "description": "auto: exact contributions where the model has them, else Shapley values.",
            },
            "label": {
                "enum": [*labels, None],
                "description": "Why this class; where empty, the one that is answered.",
            },
            "model": model_schema(name, named=named),
        },
        "examples": [{"inputs": [example], **({"model": name} if named else {})}],
    }
    number = {"type": "number"}
    pair = {"type": "array", "prefixItems": [{"type": "string"}, number], "minItems": 2, "maxItems": 2}
    weights = {"type": "array", "items": pair}
    required = ["method", "answer", "label", "score", "shown", "sort", "units", "pieces", "signed", "notes"]
    explanation = {
        "type": "object",
        "required": required,
        "properties": {
            "method": {"type": "string"},
            "said": {"type": "string"},
            "answer": {"$ref": "#/components/schemas/Answer"},
            "label": {"type": ["string", "null"], "description": "The class that is explained; null of a value."},
            "score": {"type": "number", "description": "What is explained: log-odds of the class, or the value."},
            "shown": {"type": "number", "description": "Its probability, or the value."},
            "base": {"type": ["number", "null"], "description": "What the weights add up from, where they do."},
            "gap": {"type": ["number", "null"], "description": "By how much they miss the score."},
            "sort": {"enum": ["text", "table", "vector"]},
            "units": {**weights, "description": "Words, characters or columns: above 0 speaks for the answer."},
            "pieces": {**weights, "description": "The whole text in order, for showing; empty of tables."},
            "signed": {"type": "boolean"},
            "changes": {"type": "array", "items": {"type": "string"}, "description": "Of a counterfactual."},
            "faithfulness": {"type": ["object", "null"], "description": "gain over random orders, and its interval."},
            "facts": {"type": "object", "additionalProperties": number},
            "notes": {"type": "array", "items": {"type": "string"}},
            "seconds": number,
        },
    }
    answer = {
        "type": "object",
        "required": ["explanations", "model"],
        "properties": {
            "explanations": {"type": "array", "items": explanation, "description": "One a row, in order."},
            "model": {"type": "object", "additionalProperties": {"type": "string"}},
        },
    }
    return {"ExplainRequest": request, "Explanations": answer}


def operation(errors: dict[str, Any]) -> dict[str, Any]:
    """The route."""
    reference = "#/components/schemas/"
    said = "What the answers to a few rows rest on"
    given = {"required": True, "content": {"application/json": {"schema": {"$ref": f"{reference}ExplainRequest"}}}}
    answered = {
        "description": said,
        "content": {"application/json": {"schema": {"$ref": f"{reference}Explanations"}}},
    }
    return {
        "post": {
            "summary": said,
            "operationId": "explain",
            "tags": ["model"],
            "requestBody": given,
            "responses": {"200": answered, **errors},
        }
    }
