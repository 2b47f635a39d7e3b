"""The history of entities: written by clients or by every change, read as values or as aggregates."""
