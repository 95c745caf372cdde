"""Chinese and other text: strings in, values out."""
