"""The server: a door that knows tokens and limits, and behind it the hub's interfaces and pages."""
