"""Earliest arrival: one forward scan from an origin at one moment."""
