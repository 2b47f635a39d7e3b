"""Egiz: from the agreement of two city-regions to a study whose every number knows its why."""

__version__ = "0.1.0"
