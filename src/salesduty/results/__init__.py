"""Frozen values that leave a stage."""
