"""Pages to search and click through: one a department, and an index of them."""
