"""Rendered documents, opened again: what tests look at in place of a person."""
