"""Papers and templates to bytes."""
