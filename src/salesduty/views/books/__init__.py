"""Workbooks: what people count on in Excel."""
