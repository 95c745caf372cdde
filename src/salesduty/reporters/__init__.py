"""Reports to text: for a terminal, for programs, for annotations."""
