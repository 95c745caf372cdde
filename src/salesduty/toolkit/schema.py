"""Schema: what an editor needs to complete keys, explain them and underline mistakes."""

from __future__ import annotations

import json
from pathlib import Path

from salesduty.disk.write import write
from salesduty.model.schema import ENTITIES, schema

__all__ = ["ENTITIES", "schema_text", "write_schema"]


def schema_text(entity: str | None = None) -> str:
    """Return the JSON Schema (draft-07) of a role file, or of what stands below the key `entity`, one of ENTITIES."""
    return json.dumps(schema(entity), ensure_ascii=False, indent=1) + "\n"


def write_schema(path: str | Path, entity: str | None = None) -> bool:
    """Write the schema to `path`; return False where it stood there already. Raises CannotWrite."""
    return write(Path(path), schema_text(entity).encode())
