"""PDF: characters at places and ruled lines, from which rows, paragraphs and tables have to be found again."""
