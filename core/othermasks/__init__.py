"""Masks that others made: the ones inside a product, s2cloudless."""
