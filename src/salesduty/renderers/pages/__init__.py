"""A paper as the data that the Typst template reads: measured, cut to pages, and nothing but data."""
