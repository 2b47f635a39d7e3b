"""Every good journey of a week: connections, scanned once for each target."""
