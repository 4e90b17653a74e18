"""YAML written from plain data, so that no name can end one value and begin another."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any


def yaml_text(comment: str, *documents: Mapping[str, Any]) -> str:
    """The documents under a comment."""
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.width = 120
    yaml.default_flow_style = False
    stream = io.StringIO()
    for line in comment.strip().splitlines():
        stream.write(f"# {line}".rstrip() + "\n")
    for number, document in enumerate(documents):
        if number:
            stream.write("---\n")
        yaml.dump(dict(document), stream)
    return stream.getvalue()
