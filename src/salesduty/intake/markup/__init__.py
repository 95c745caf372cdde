"""Texts with markup in them: tags, marks of template engines, literals of programs; every character keeps its place.

The scanner is our own: of the libraries none gives the place of every character of tags and texts, and the one that comes with
Python reads broken tags in other ways from version to version.
"""
