"""Heavy array functions in SI units; they know no study, no source and no distribution."""
