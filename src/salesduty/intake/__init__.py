"""Existing documents: bytes in, drafts of departments and posts out, every character accounted for."""
