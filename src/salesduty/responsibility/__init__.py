"""The analysis: what duties say, who holds what, where it is missing and where two hold the same."""
