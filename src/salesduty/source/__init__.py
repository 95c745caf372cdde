"""YAML text and located values: a strict reader that keeps what a person typed and knows where it stands."""
