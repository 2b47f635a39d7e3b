"""The travel market of a pair, the same for every mode."""
