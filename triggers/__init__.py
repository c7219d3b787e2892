"""From a source to a trigger: Source -> FetchResult -> ParsedFeed -> Entry -> Mention -> Trigger."""
