"""Workspace to display-ready documents."""
