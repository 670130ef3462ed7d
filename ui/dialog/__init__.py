"""The dialog: products, choices, progress."""
