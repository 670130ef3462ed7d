"""`python core/__main__.py …` runs the engine from any folder, `python -m s2cloudmask.core …` from an installation."""

import sys

if not __package__:
    # Run by path: the plugin's folder may have any name, so the engine is imported as the package `core`.
    from pathlib import Path

    sys.path[0] = str(Path(__file__).resolve().parent.parent)
    from core.cli import main
else:
    from .cli import main

if __name__ == "__main__":
    sys.exit(main())
