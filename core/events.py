"""What a run says while it works: JSON lines for programs, a bar for people, or nothing."""

from __future__ import annotations

import json
import sys
import threading
import time
from typing import IO, Any

from .mask_result import MaskResult

PROGRESS_INTERVAL = 0.1  # seconds between two progress events: a reader must never drown in them


class Reporter:
    """Takes the events of a run. This one keeps silent; its children write. Safe to call from any thread."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._fraction = 0.0
        self._last_progress = -1.0

    def start(self, **fields: Any) -> None:
        """The run begins: number of products, model, device, precision."""
        self._emit({"event": "start", **fields})

    def progress(self, product: str, stage: str, fraction: float) -> None:
        """Share of the whole run that is done, 0 to 1; a smaller value than before is raised to it."""
        with self._lock:
            fraction = min(1.0, max(self._fraction, fraction))
            now = time.monotonic()
            if now - self._last_progress < PROGRESS_INTERVAL and fraction < 1.0:
                return
            self._fraction, self._last_progress = fraction, now
            self._emit({"event": "progress", "product": product, "stage": stage, "fraction": round(fraction, 4)})

    def mask(self, result: MaskResult) -> None:
        """One mask is finished."""
        self._emit(result.to_event())

    def result(self, **fields: Any) -> None:
        """One model or file that is no mask is finished."""
        self._emit({"event": "result", **fields})

    def error(self, product: str, code: str, message: str) -> None:
        """One product failed; the others go on."""
        self._emit({"event": "error", "product": product, "code": code, "message": message})

    def end(self, ok: int, failed: int) -> None:
        """The run is over."""
        self._emit({"event": "end", "ok": ok, "failed": failed})

    def tell(self, kind: str, **fields: Any) -> None:
        """Another event, of a command that speaks JSON only."""
        self._emit({"event": kind, **fields})

    def note(self, message: str) -> None:
        """A sentence for the person who looks on; goes to standard error."""
        print(message, file=sys.stderr, flush=True)

    def _emit(self, event: dict[str, Any]) -> None:
        """Write one event."""


class SilentReporter(Reporter):
    """Says nothing but errors and notes, on standard error."""

    def _emit(self, event: dict[str, Any]) -> None:
        if event["event"] == "error":
            self.note(_error_text(event))


class JsonReporter(Reporter):
    """One JSON object a line on `stream` (standard output), flushed."""

    def __init__(self, stream: IO[str] | None = None) -> None:
        super().__init__()
        self._stream = stream or sys.stdout

    def _emit(self, event: dict[str, Any]) -> None:
        with self._lock:
            self._stream.write(json.dumps(event, ensure_ascii=True, allow_nan=False) + "\n")
            self._stream.flush()


class BarReporter(Reporter):
    """A bar on standard error, results as sentences on standard output."""

    WIDTH = 30

    def __init__(self) -> None:
        super().__init__()
        self._drawn = False
        self._started = time.monotonic()

    def _emit(self, event: dict[str, Any]) -> None:
        with self._lock:
            kind = event["event"]
            if kind == "start" and "model" in event:
                self.note(
                    f"{event['model']} on {event['device']}, {event['precision']}: {event['products']} product(s)"
                )
                if event.get("reason"):
                    self.note(event["reason"])
            elif kind == "progress":
                self._draw(event)
            elif kind == "result":
                self._clear()
                print(_result_text(event), flush=True)
            elif kind == "error":
                self._clear()
                self.note(_error_text(event))
            elif kind == "end":
                self._clear()

    def note(self, message: str) -> None:
        """A sentence on a line of its own, not inside the bar."""
        with self._lock:
            self._clear()
            super().note(message)

    def _draw(self, event: dict[str, Any]) -> None:
        if not sys.stderr.isatty():
            return
        done = round(event["fraction"] * self.WIDTH)
        seconds = time.monotonic() - self._started
        bar = "█" * done + "░" * (self.WIDTH - done)
        sys.stderr.write(f"\r{bar} {event['fraction']:4.0%} {event['stage']:8} {seconds:5.0f} s ")
        sys.stderr.flush()
        self._drawn = True

    def _clear(self) -> None:
        if self._drawn:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
            self._drawn = False


def _error_text(event: dict[str, Any]) -> str:
    return f"{event['product']}: {event['message']}" if event["product"] else event["message"]


def _result_text(event: dict[str, Any]) -> str:
    lines = []
    if "mask" in event:
        lines.append(f"mask {event['mask']} ({event['seconds']:.1f} s)")
    elif "path" in event:
        lines.append(str(event["path"]))
    if "fractions" in event:
        lines.append(
            "  "
            + ", ".join(
                f"{name.replace('_', ' ')} {share:.1%}"
                for name, share in event["fractions"].items()
                if share is not None
            )
        )
    return "\n".join(lines) or json.dumps(event)


def make_reporter(kind: str) -> Reporter:
    """`bar`, `json` or `none`, as `--progress` takes them. ValueError on anything else."""
    makers = {"bar": BarReporter, "json": JsonReporter, "none": SilentReporter}
    if kind not in makers:
        raise ValueError(f"progress {kind!r} is none of {', '.join(makers)}")
    return makers[kind]()
