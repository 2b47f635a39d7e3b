"""The feeds of the hub: a pure parser each, a poller, their health, and the way of rows into entities.

`catalogue` names the parsers, `guard` keeps nonsense out, `intake` writes entities, `poll` fetches.
"""
