"""What rules and frames ask of a line: its tokens, names, people, posts, sums, times and verbs."""
