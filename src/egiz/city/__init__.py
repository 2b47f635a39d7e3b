"""The smart-city hub: not built yet; its floor is kept."""
