"""What may be written: departments, posts, duties, KPIs and processes as frozen Pydantic models."""
