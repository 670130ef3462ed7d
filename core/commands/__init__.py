"""The command line, one file per command: arguments and printing only. Algorithms are imported when a command runs."""
