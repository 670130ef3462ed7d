"""The set-up page and its tasks."""
