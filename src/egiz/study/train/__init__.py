"""A train on a line that a person brings: how long it takes and what it draws, each with its doubt."""
