"""What the templates of a Word file are given besides the paper: pages, pieces of wide tables, shapes, controls."""
