"""The study: from agreement and facts to a ledger."""
