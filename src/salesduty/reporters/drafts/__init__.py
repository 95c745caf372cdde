"""What was read of existing documents, and what came of it, for people and for programs."""
