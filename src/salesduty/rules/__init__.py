"""One file a rule: code, words, reasons, remedy, examples, and the check itself."""
