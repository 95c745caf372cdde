"""What a company's own template starts from."""
