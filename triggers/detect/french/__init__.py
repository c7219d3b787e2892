"""French phrases: the tables of verbs, and the shapes that no table of verbs holds."""
