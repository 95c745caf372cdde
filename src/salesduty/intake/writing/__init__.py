"""Drafts → the YAML of definitions, every value with the place in the document that it was taken from."""
