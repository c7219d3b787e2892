"""A fetched document before and after the feed libraries see it: bytes to clean UTF-8, a look for trouble, entries."""
