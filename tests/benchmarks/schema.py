"""The JSON Schema of a role file for check-jsonschema: what the models say, and the short forms that they take."""

from __future__ import annotations

import json
from typing import Any

from salesduty.model.document import Document
from salesduty.model.fields import parts

_TEXT: dict[str, Any] = {"type": "string"}


def schema() -> dict[str, Any]:
    """Return the schema of a whole file."""
    whole: dict[str, Any] = Document.model_json_schema()
    for part in parts():
        definition = whole["$defs"].get(part.__name__)
        if definition is not None and part.short_form is not None:
            whole["$defs"][part.__name__] = {"anyOf": [_TEXT, definition]}
    for key in ("post", "process", "kpi"):
        listed = whole["properties"][key]
        whole["properties"][key] = {"anyOf": [listed["items"], listed]}
    return whole


if __name__ == "__main__":
    print(json.dumps(schema(), ensure_ascii=False))
