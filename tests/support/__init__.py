"""What several tiers of tests share: databases and a fixed cast."""
