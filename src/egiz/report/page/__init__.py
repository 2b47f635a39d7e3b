"""The report as one self-contained page in three languages."""
