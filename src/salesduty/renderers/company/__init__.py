"""Word files of a company as templates: opened with care, checked, filled."""
