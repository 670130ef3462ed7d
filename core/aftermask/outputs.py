"""No file is lost: an output is never an input, and what is there is replaced only when asked for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from ..errors import EngineError
from ..rasters.raster_file import refuse_inputs


def check_outputs(main: str, beside: Sequence[str], inputs: Iterable[str], overwrite: bool) -> None:
    """Refuse outputs that would destroy something: the `main` file, and those written `beside` it.

    With `overwrite` an earlier output goes, with what lies beside it. Where there is none, files of those names are
    someone else's and stay. EngineError `bad-settings` (an output is an input), `exists`.
    """
    inputs = list(inputs)
    for path in (main, *beside):
        refuse_inputs(path, inputs)
    if os.path.exists(main):
        if not overwrite:
            raise EngineError("exists", f"{main} already exists. Give --overwrite to replace it, or another name.")
        return
    for path in beside:
        if os.path.exists(path):
            raise EngineError(
                "exists", f"{path} is there and belongs to no {os.path.basename(main)}. Choose another name."
            )
