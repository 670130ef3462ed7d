"""Small believable products, written by code."""
