"""Kinds of proposal: one folder each, all alike."""
