"""The command `models`: list, fetch, import and verify networks."""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from typing import TYPE_CHECKING

from ..errors import EngineError
from ..limits import RESOLUTIONS

if TYPE_CHECKING:
    from ..events import Reporter
    from ..networks.model import Model


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Arguments of `models`; without an action it lists."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    listing = actions.add_parser("list", help="the networks, and whether their weights are here (the default)")
    fetching = actions.add_parser("fetch", help="download the weights of a published network")
    fetching.add_argument("name", metavar="NAME", help="name in the list, e.g. UNetMobV2_V2")
    importing = actions.add_parser("import", help="take in a weights file that was downloaded by hand, or your own")
    importing.add_argument("file", metavar="FILE", help="state dict, TorchScript or ONNX file, its TOML beside it")
    verifying = actions.add_parser("verify", help="check the SHA-256 of all weights that are here")
    parser.add_argument("--progress", choices=("bar", "json", "none"), default="bar", help="how progress is shown")
    for action in (listing, verifying):
        action.add_argument("--json", action="store_true", help="one JSON object a line")
    for action in (listing, fetching, importing, verifying):
        # Both belong to `models`, but may also stand behind the action; an absent one must not undo what stood before.
        action.add_argument(
            "--progress", choices=("bar", "json", "none"), default=argparse.SUPPRESS, help="how progress is shown"
        )
        action.add_argument("--stop-on-eof", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)


def run(args: argparse.Namespace, reporter: Reporter) -> int:
    """Run one action of `models`; the exit status: 0 done, 1 something failed."""
    if args.action == "fetch":
        return _fetch(args.name, reporter)
    if args.action == "import":
        return _import(args.file, reporter)
    if args.action == "verify":
        return _verify(args.json)
    return _list(getattr(args, "json", False))


def _list(as_json: bool) -> int:
    from ..networks.catalog import auto_model, models
    from ..networks.model import models_folder

    automatic = {}
    for resolution in RESOLUTIONS:
        with contextlib.suppress(EngineError):  # none is here
            automatic[resolution] = auto_model("L1C", resolution)[0].name
    for model in models():
        print(json.dumps(_event(model, automatic)) if as_json else _text(model))
    if not as_json:
        print(f"Weights are kept in {models_folder()}")
    sys.stdout.flush()
    return 0


def _event(model: Model, automatic: dict[int, str]) -> dict[str, object]:
    from ..networks.model import model_state, weights_path

    state = model_state(model)
    same = ("name", "title", "network", "sha256", "size_bytes", "licence", "citation", "note", "addresses",
            "finest_resolution", "levels", "classes", "bands", "mean")  # fmt: skip
    return {
        "event": "model",
        **{key: getattr(model, key) for key in same},
        "state": state,
        "automatic": [resolution for resolution, name in automatic.items() if name == model.name],
        "label": model.short_name,
        "path": None if state == "missing" or model.members else str(weights_path(model)),
    }


def _text(model: Model) -> str:
    from ..networks.model import model_state

    how = {
        "embedded": "ready, embedded",
        "ready": "ready",
        "missing": f"not here: s2cloudmask models fetch {model.name}" if model.addresses else "not installed",
    }[model_state(model)]
    lines = [
        f"{model.name}  ({how})",
        f"    {model.title}; {', '.join(model.levels)}; {len(model.bands)} bands; {model.finest_resolution} m; "
        f"{model.size_bytes / 1e6:.1f} MB",
    ]
    lines += [
        f"    {text}" for text in (model.note, model.licence and f"Licence: {model.licence}", model.citation) if text
    ]
    return "\n".join(lines)


def _fetch(name: str, reporter: Reporter) -> int:
    from ..networks.catalog import find_model
    from ..networks.weights import fetch

    try:
        model = find_model(name)
        reporter.note(f"{model.name}: licence {model.licence or 'not stated'}. {model.citation}")
        path = fetch(model, lambda fraction: reporter.progress(model.name, "download", fraction))
    except EngineError as error:
        return _failed(name, error, reporter)
    return _done(model.name, str(path), reporter)


def _import(file: str, reporter: Reporter) -> int:
    from ..networks.importing import import_file
    from ..networks.weights import weights_path

    try:
        model = import_file(file)
    except EngineError as error:
        return _failed(file, error, reporter)
    return _done(model.name, str(weights_path(model)), reporter)


def _done(name: str, path: str, reporter: Reporter) -> int:
    reporter.result(model=name, path=path)
    reporter.end(ok=1, failed=0)
    return 0


def _failed(name: str, error: EngineError, reporter: Reporter) -> int:
    reporter.error(name, error.code, error.message)
    reporter.end(ok=0, failed=1)
    return 1


def _verify(as_json: bool) -> int:
    from ..networks.weights import verify_all

    worst = 0
    for name, path, state in verify_all():
        line = {"event": "model", "name": name, "path": str(path), "state": state}
        print(json.dumps(line) if as_json else f"{name}: {state} ({path})", flush=True)
        worst = max(worst, state != "ok")
    return int(worst)
