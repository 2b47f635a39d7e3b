"""Readers of facts: the library of dated rows, the cities, airports, shapes and relief that ship."""
