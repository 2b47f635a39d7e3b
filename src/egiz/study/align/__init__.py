"""Lines between places that a person names: where they may run, what they take, what they cost."""
