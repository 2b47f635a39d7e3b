"""Figures that know where they come from: units, axes, distributions, sheets, ledgers."""
