"""Labels: the best arrivals by number of trips, and what compiled loops do with eight of them at once."""
