"""Pages and answers over studies and the hub: not built yet; its floor is kept."""
