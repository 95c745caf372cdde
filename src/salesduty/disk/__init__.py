"""The only file access: find, read, write whole."""
