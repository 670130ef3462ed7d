"""The live mask: what the map shows, masked while one looks."""
