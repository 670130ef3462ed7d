"""`s2cloudmask serve`: a warm engine. Requests come as JSON lines on standard input, answers go as events."""

from __future__ import annotations

import argparse
import os
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, NoReturn

from ..errors import EngineError
from . import mask
from .words import numbers_as_values

if TYPE_CHECKING:
    from ..events import Reporter
    from ..runs.mask_request import MaskRequest

READS_INPUT = True  # so its end is seen here
MOST_LINE = 1 << 20  # bytes of a request


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of `s2cloudmask serve`."""
    parser.add_argument("--idle", type=float, default=10, metavar="MINUTES",
                        help="end after so many minutes without a request (default 10)")  # fmt: skip
    parser.add_argument("--folder", metavar="DIR", help="where the answers' rasters go (default: a temporary folder)")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda", "mps"), default="auto")
    parser.add_argument("--precision", choices=("auto", "float32", "bfloat16", "float16"), default="auto")
    parser.add_argument("--progress", choices=("json",), default="json", help="always JSON, one object a line")


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Answer requests until standard input closes or nothing is asked for a while; returns the exit status."""
    if not 0 < args.idle < 1e6:
        raise EngineError("bad-settings", f"{args.idle} minutes are not possible. Give a number above 0.")
    from ..live.server import Server
    from ..live.session import Session
    from ..runs.predictors import Predictors
    from ..system import gdal_settings, stopping
    from ..system.memory import cores
    from ..version import version

    gdal_settings.hold_tiles_of_views()
    predictors = Predictors(args.device, args.precision)
    session = Session(predictors, cores())
    server = Server(session, predictors, reporter, args.folder, _run_of)

    def listen() -> None:
        server.listen(_lines())
        stopping.end_now(silent=True)

    reporter.tell("ready", version=version())
    threading.Thread(target=listen, name="requests", daemon=True).start()
    server.work(60 * args.idle)
    session.close()
    return 0


class _Words(argparse.ArgumentParser):
    """Words that came by a request: what is wrong with them is an answer, not the end."""

    def error(self, message: str) -> NoReturn:
        """Called by argparse."""
        raise EngineError("bad-settings", message)


def _run_of(words: list[str]) -> tuple[list[str], MaskRequest]:
    """Products and request of a command line of `mask`. EngineError `bad-settings`."""
    parser = _Words(prog="mask", add_help=False)
    mask.add_arguments(parser)
    args = parser.parse_args(numbers_as_values(words))
    if args.workers > 1 or args.dask or args.previews:
        raise EngineError("bad-settings", "The warm engine takes no --workers, --dask or --previews. Run the command.")
    return mask.requested(args)


def _lines() -> Iterator[str]:
    """Lines of standard input; ends with it, or with a line that is no request."""
    with open(os.dup(0), "rb") as told:
        while line := told.readline(MOST_LINE):
            if not line.endswith(b"\n"):
                return
            yield line.decode("utf-8", "replace")
