"""From the parameters of a query to a condition of SQL: nothing is filtered in Python after it was read."""
