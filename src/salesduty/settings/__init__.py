"""Validated configuration: what a check is told besides the workspace."""
