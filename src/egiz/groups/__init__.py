"""The register of working groups: not built yet; its floor is kept."""
