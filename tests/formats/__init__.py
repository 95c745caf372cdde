"""The reports as the programs see them that they are made for."""
