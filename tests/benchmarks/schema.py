"""The JSON Schema of a role file for check-jsonschema."""

from __future__ import annotations

from salesduty.toolkit.schema import schema_text

if __name__ == "__main__":
    print(schema_text(), end="")
