"""What the OpenAPI document says of `/v1/embeddings`; the rules are those of `embedding`."""

from __future__ import annotations

from typing import Any


def model_schema(name: str, *, named: bool) -> dict[str, Any]:
    """The field that names the model; it may be left out where there is only one."""
    if named:
        return {"enum": [name], "description": "The model that is asked."}
    return {"enum": [name, None], "description": "The one that is served; may be left out."}


def schemas(name: str, width: int, most: int, *, named: bool) -> dict[str, Any]:
    """The request and the answer, by name."""
    text = {"type": "string", "minLength": 1, "pattern": r"[^\s\u001c-\u001f\u0085]"}
    several = {"type": "array", "items": text, "minItems": 1, "maxItems": most}
    count = {"type": "integer", "minimum": 0}
    vector = {"type": "array", "items": {"type": "number"}, "minItems": width, "maxItems": width}
    entry = {
        "type": "object",
        "required": ["object", "index", "embedding"],
        "properties": {
            "object": {"const": "embedding"},
            "index": count,
            "embedding": {"anyOf": [vector, {"type": "string", "description": "float32, little-endian, base64"}]},
        },
    }
    request = {
        "type": "object",
        "required": ["input", *(["model"] if named else [])],
        "additionalProperties": False,
        "properties": {
            "input": {"anyOf": [text, several], "description": "A text, or several."},
            "model": model_schema(name, named=named),
            "encoding_format": {"enum": ["float", "base64", None]},
            "dimensions": {"enum": [width, None], "description": "What the model has; may be left out."},
            "user": {"type": ["string", "null"], "maxLength": 1000, "description": "Read, and not used."},
        },
        "examples": [{"input": ["..."], "model": name}],
    }
    answer = {
        "type": "object",
        "required": ["object", "data", "model", "usage"],
        "properties": {
            "object": {"const": "list"},
            "data": {"type": "array", "items": entry},
            "model": {"const": name},
            "usage": {
                "type": "object",
                "required": ["prompt_tokens", "total_tokens"],
                "properties": {"prompt_tokens": count, "total_tokens": count},
            },
        },
    }
    return {"EmbeddingRequest": request, "Embeddings": answer}


def operation(errors: dict[str, Any]) -> dict[str, Any]:
    """The route."""
    reference = "#/components/schemas/"
    said = "Vectors of texts, of length 1 (OpenAI)"
    return {
        "post": {
            "summary": said,
            "operationId": "embeddings",
            "tags": ["model"],
            "requestBody": {
                "required": True,
                "content": {"application/json": {"schema": {"$ref": f"{reference}EmbeddingRequest"}}},
            },
            "responses": {
                "200": {
                    "description": said,
                    "content": {"application/json": {"schema": {"$ref": f"{reference}Embeddings"}}},
                },
                **errors,
            },
        }
    }
