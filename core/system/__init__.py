"""What the operating system decides: signals, memory, child processes, GDAL settings."""
