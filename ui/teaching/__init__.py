"""Teaching a network from the review."""
