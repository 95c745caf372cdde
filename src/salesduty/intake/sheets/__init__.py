"""Workbooks: what a person sees in their cells."""
