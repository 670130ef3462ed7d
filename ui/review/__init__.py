"""The review dock: masks checked by eye."""
