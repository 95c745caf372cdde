"""The fonts of this machine: which are there, which stand for which, and which characters they have."""
