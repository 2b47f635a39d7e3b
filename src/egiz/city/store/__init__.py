"""The store of the hub: one SQLite file, one writer with group commit, readers on snapshots.

Records are in `record`, the tables in `schema` (told in docs/store.md), the door is `store.Store`.
"""
