"""A fast rail line: its ground, its run, its cost and its riders."""
