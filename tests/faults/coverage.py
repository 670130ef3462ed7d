"""Coverage-guided fuzzing of the reading of XML: atheris follows which lines an input reaches, and goes on from there.

Run as a program of its own, as atheris ends the process: python tests/faults/coverage.py FOLDER CASES
"""

from __future__ import annotations

import json
import runpy
import sys
from pathlib import Path

COUNTED = 200  # cases between two notes of how many there were


def main() -> None:
    """Fuzz, with a note in FOLDER/count.json; another exit status than 0 when an input did what it must not."""
    folder, cases = Path(sys.argv[1]), int(sys.argv[2])
    runpy.run_path(str(Path(__file__).resolve().parents[2] / "conftest.py"))
    import atheris

    with atheris.instrument_imports(include=["s2cloudmask.core.products.metadata"]):
        from s2cloudmask.core.errors import EngineError
        from s2cloudmask.tests.faults.fuzz import WHOLE, xml_target

    corpus = folder / "corpus"
    corpus.mkdir()
    (corpus / "whole").write_bytes(WHOLE)
    count = {"cases": 0, "taken": 0}

    def one(data: bytes) -> None:
        count["cases"] += 1
        try:
            xml_target(data)
            count["taken"] += 1
        except EngineError as error:
            assert error.message.isprintable() and error.message.endswith((".", ")")), error.message
        if count["cases"] % COUNTED == 0:
            (folder / "count.json").write_text(json.dumps(count))

    options = [f"-runs={cases}", "-seed=1", "-max_len=4096", f"-artifact_prefix={folder}/", str(corpus)]
    atheris.Setup([sys.argv[0], *options], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
