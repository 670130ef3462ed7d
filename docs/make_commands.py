"""Writes docs/commands.md, the reference of the command line, from the parser itself.

python docs/make_commands.py
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

HEAD = """# Commands

Written by `python docs/make_commands.py` from the parser of the command; do not edit.

`s2cloudmask` is there after `pip install .`, and in `.venv/bin` of a checkout. From any other folder the engine runs as
`python <plugin folder>/core/__main__.py`, which is what the QGIS side does. Every command has `--help`.

Exit status: 0 all done, 1 something failed (the rest is done), 2 wrong arguments, 3 nothing could run, 130 interrupted.
With `--progress json` standard output carries one JSON object a line, described [below](#events).
"""

TAIL = """
## Events

Of `--progress json`. A program should pass over events and fields that it does not know.

| event | fields |
|---|---|
| `start` | `products` (masks to make), `model`, `device`, `precision`, `engine`, `reason` |
| `progress` | `product`, `stage` (`read`, `predict`, `write`, `download`), `fraction` of the whole run, never backwards |
| `result` | `product` as given, `granule`, `mask`, `qml`, `json`, `confidence`, `model`, `weights_sha256`, `resolution`, `seconds`, `fractions`, `true_colour`, `bands`, `stages`, `patches`; `skipped` when an earlier run made the same mask; of own masks also `kind`, `lacks`, `note` |
| `error` | `product`, `code` (see [troubleshooting](troubleshooting.md)), `message` |
| `preview` | with `--previews`: `product`, `raster` (a rough mask of what is at work), `resolution` |
| `end` | `ok`, `failed` |

`info --json` writes one `product` event a product: `path`, `name`, `mission`, `level`, `baseline`, `sensing_time`, its
`granules` (`name`, `tile`, `crs`, `bounds`, `bands`, `missing`, `own_masks`, `true_colour`, `no_data_share`) and, for every
model in `models`, whether it `can_run` and the `reason` when not. `models list --json` writes one `model` event a network.
"""  # noqa: E501 (a row of a table is one line)


def reference(parser: argparse.ArgumentParser) -> str:
    """The whole page, for a parser whose commands are all filled in."""
    commands = _subcommands(parser)
    lines = [HEAD, "| command | |", "|---|---|"]
    lines += [f"| [`{name}`](#{name}) | {_cell(child.description or '')} |" for name, child in commands.items()]
    for name, child in commands.items():
        lines += ["", f"## {name}", "", *_section(f"{parser.prog} {name}", child)]
        for action, grandchild in _subcommands(child).items():
            lines += ["", f"### {name} {action}", "", *_section(f"{parser.prog} {name} {action}", grandchild)]
    return "\n".join(lines) + "\n" + TAIL


def _subcommands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            helps = {choice.dest: choice.help for choice in action._choices_actions}
            for name, child in action.choices.items():
                child.description = child.description or _sentence(helps.get(name) or "")
            return dict(action.choices)
    return {}


def _section(command: str, parser: argparse.ArgumentParser) -> Iterator[str]:
    actions = [
        action
        for action in parser._actions
        if action.help != argparse.SUPPRESS
        and not isinstance(action, argparse._HelpAction | argparse._SubParsersAction)
    ]
    if parser.description:
        yield from (parser.description, "")
    words = [command, *(_usage(action) for action in actions if not action.option_strings)]
    groups = [group._group_actions for group in parser._mutually_exclusive_groups if group.required]
    words += [f"({' | '.join(_usage(action) for action in group)})" for group in groups]
    words += [_usage(action) for action in actions if action.option_strings and action.required]
    yield f"    {' '.join(words)}{' ACTION' if _subcommands(parser) else ''} [options]"
    yield from ("", "| argument | |", "|---|---|")
    for action in actions:
        yield f"| `{_cell(_usage(action))}` | {_cell(_meaning(action))} |"


def _usage(action: argparse.Action) -> str:
    """An argument as it is typed: `--resolution {10,20,30,60}`, `PRODUCT...`."""
    value = ""
    if action.nargs != 0:
        name = action.metavar or (
            "{" + ",".join(map(str, action.choices)) + "}" if action.choices else action.dest.upper()
        )
        value = " ".join(name) if isinstance(name, tuple) else name
        value += "..." if action.nargs in ("+", "*") else ""
    flags = ", ".join(action.option_strings)
    return " ".join(part for part in (flags, value) if part)


def _meaning(action: argparse.Action) -> str:
    text = (action.help or "").replace("%(default)s", str(action.default)).replace("%%", "%")
    if (
        action.default in (None, False, [], argparse.SUPPRESS, "")
        or "default" in text
        or "[" in text
        or not action.option_strings
    ):
        return _sentence(text)
    return _sentence(f"{text} (default {action.default})" if text else f"default {action.default}")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".") + "." if text else ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def main() -> int:
    """The command; returns the exit status."""
    sys.path.insert(0, str(ROOT))
    from core.cli import build_parser

    (ROOT / "docs" / "commands.md").write_text(reference(build_parser()), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
