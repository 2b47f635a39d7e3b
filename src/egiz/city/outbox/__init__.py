"""The outbox: what the hub owes others goes out at least once, in order per subscription."""
