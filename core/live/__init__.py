"""Masks of what is looked at now: a warm engine that answers views, coarse first, then as a whole run would."""
