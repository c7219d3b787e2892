"""The tables of migration 0001, sorted into rooms. Frozen like the migration: what changes later has its own."""
