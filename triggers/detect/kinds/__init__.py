"""One rule for each kind of event, and what several of them share."""
