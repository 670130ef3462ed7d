"""Checks the plugin's ZIP as plugins.qgis.org does on upload, and by this project's own rules.

    python packaging/check_package.py dist/s2cloudmask.<version>.zip [--release]

The rules are those of the site's `validator.py` (what is refused) and `security_scanner.py` (bandit, detect-secrets and
flake8 with the rules it has switched on, executables, suspicious files); see github.com/qgis/QGIS-Plugins-Website,
folder qgis-app/plugins, as of 2026. One rule is not tried: that the addresses in metadata.txt answer.
"""

from __future__ import annotations

import argparse
import configparser
import io
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from urllib.parse import urlparse

LARGEST = 25_000_000  # bytes; PLUGIN_MAX_UPLOAD_SIZE
REQUIRED = ("name", "description", "version", "qgisMinimumVersion", "author", "email", "about", "tracker", "repository")
LINKS = {"tracker": "http://bugs", "repository": "http://repo", "homepage": "http://homepage"}  # and the refused text
FORBIDDEN_FOLDERS = {"__MACOSX", ".git", "__pycache__"}
SUSPICIOUS = {".exe", ".dll", ".so", ".dylib", ".bat", ".sh", ".ps1", ".cmd"}
BINARY = {".png", ".jpg", ".gif", ".qm", ".safetensors"}  # data that is no text: pictures, translations, weights
OURS_LEFT_OUT = {"tests", "benchmarks", "packaging", "build", "dist"}
LARGEST_SCREENSHOT = 2 << 20  # bytes

# The site runs all rules of bandit and detect-secrets but these, and the rules of flake8 that are no mere style.
BANDIT_OFF = "B109,B404,B410,B411"
SECRETS_OFF = "IPPublicDetector"
# Stricter than the site, which may switch more on. The rules that are left out contradict the formatter.
FLAKE8_ON = "E,F,W"
FLAKE8_OFF = "E203,E701,W503"


def refusals(path: Path, release: bool = False) -> list[str]:
    """Why a package would be refused, a sentence each; empty when it is taken. `release`: no placeholder left."""
    if path.stat().st_size > LARGEST:
        return [f"{path.name} has {path.stat().st_size / 1e6:.1f} MB; the limit is {LARGEST / 1e6:.0f} MB."]
    try:
        with zipfile.ZipFile(path) as package:
            broken = package.testzip()
            if broken:
                return [f"{broken} is damaged in the ZIP."]
            problems = [*_names(package), *_contents(package)]
            return problems or list(_metadata_rules(_metadata(package), package, path, release))
    except (zipfile.BadZipFile, ValueError) as error:
        return [f"{path.name} cannot be read: {error}."]


def _names(package: zipfile.ZipFile) -> Iterator[str]:
    names = package.namelist()
    tops = {name.split("/")[0] for name in names}
    top = names[0].split("/")[0] if names else ""
    if len(tops) != 1 or not all("/" in name for name in names):
        yield f"The ZIP must hold one folder; it holds {', '.join(sorted(tops))}."
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]+", top):
        yield f"The folder {top!r} must be named as a Python package."
    if len(names) != len(set(names)):
        yield "A file is in the ZIP twice."
    for needed in ("__init__.py", "metadata.txt", "LICENSE"):
        if f"{top}/{needed}" not in names:
            yield f"{needed} is missing in the folder {top}."
    for name in names:
        path = PurePosixPath(name)
        if ".." in name or name.startswith(("/", "\\")) or "\\" in name:
            yield f"{name}: a path may not lead out of the folder."
        if FORBIDDEN_FOLDERS & set(path.parts) or ".pyc" in name:
            yield f"{name} is refused: caches and version control do not belong into a package."
        if any(part.startswith(".") for part in path.parts):
            yield f"{name} is a hidden file."
        if path.suffix.lower() in SUSPICIOUS:
            yield f"{name} is refused: no executable or library may be in a package."
        if len(path.parts) > 2 and path.parts[1] in OURS_LEFT_OUT:
            yield f"{name} is of no use to those who install the plugin."


def _contents(package: zipfile.ZipFile) -> Iterator[str]:
    for entry in package.infolist():
        if (entry.external_attr >> 16) & 0o111:
            yield f"{entry.filename} is executable."
        if PurePosixPath(entry.filename).suffix.lower() not in BINARY and b"\0" in package.read(entry):
            yield f"{entry.filename} is a binary file."


def _metadata(package: zipfile.ZipFile) -> dict[str, str]:
    """Section `general` of metadata.txt, read as the site does. ValueError when it cannot be read."""
    name = f"{package.namelist()[0].split('/')[0]}/metadata.txt"
    parser = configparser.ConfigParser()  # with interpolation, as the site: a lone % is an error there
    parser.optionxform = str
    try:
        parser.read_file(io.StringIO(package.read(name).decode("utf-8")))
        return dict(parser.items("general"))
    except (KeyError, configparser.Error, UnicodeDecodeError) as error:
        raise ValueError(f"metadata.txt: {error}") from error


def _metadata_rules(metadata: Mapping[str, str], package: zipfile.ZipFile, path: Path, release: bool) -> Iterator[str]:
    top = package.namelist()[0].split("/")[0]
    for key in REQUIRED:
        if not metadata.get(key, "").strip():
            yield f"metadata.txt: {key} is missing."
    if "/" in metadata.get("author", ""):
        yield "metadata.txt: author may not contain a slash."
    for key, refused in LINKS.items():
        link = urlparse(metadata.get(key, ""))
        if metadata.get(key) == refused or link.scheme not in ("http", "https") or not link.netloc:
            yield f"metadata.txt: {key} must be an address."
    for key in ("experimental", "deprecated", "server", "hasProcessingProvider"):
        if metadata.get(key, "False").lower() not in ("true", "false", "1", "0", "yes", "no"):
            yield f"metadata.txt: {key} must be True or False."
    if not re.fullmatch(r"3\.\d+(\.\d+)?", metadata.get("qgisMinimumVersion", "")):
        yield "metadata.txt: qgisMinimumVersion must be a version of QGIS 3."
    if metadata.get("qgisMaximumVersion") != "4.99":
        yield "metadata.txt: qgisMaximumVersion must be 4.99, or QGIS 4 does not offer the plugin."
    if "supportsQt6" in metadata:
        yield "metadata.txt: supportsQt6 is gone; the site finds out itself."
    if metadata.get("version", "") not in path.name:
        yield f"{path.name} does not carry the version {metadata.get('version')} of metadata.txt."
    icon = f"{top}/{metadata.get('icon', '')}"
    if icon not in package.namelist():
        yield f"The icon {icon} is not in the ZIP."
    if "screenshot" in metadata:
        shot = f"{top}/{metadata['screenshot']}"
        if shot not in package.namelist() or package.getinfo(shot).file_size > LARGEST_SCREENSHOT:
            yield f"The screenshot {shot} is missing or larger than 2 MB."
    if release:
        for key in ("email", *LINKS):
            if "example.org" in metadata.get(key, ""):
                yield f"metadata.txt: {key} still is a placeholder; see docs/release.md."
        if not metadata.get("changelog", "").startswith(metadata.get("version", "")):
            yield f"metadata.txt: changelog must begin with the version {metadata.get('version')}."


def findings(path: Path) -> Iterator[str]:
    """What the security scan of the site finds, by the same tools. ValueError when one of them does not run."""
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(path) as package:
            package.extractall(folder)
        found = _json_of("bandit", "-r", ".", "-f", "json", "-q", "--ignore-nosec", "-s", BANDIT_OFF, folder=folder)
        for finding in found["results"]:
            place = f"{finding['filename']}:{finding['line_number']}"
            yield f"bandit: {place}: {finding['test_id']} {finding['issue_text']}"
        words = ("scan", "--all-files", "--exclude-files", r"metadata\.txt", "--disable-plugin", SECRETS_OFF, ".")
        for name, secrets in _json_of("detect_secrets", *words, folder=folder)["results"].items():
            for secret in secrets:
                yield f"detect-secrets: {name}:{secret['line_number']}: {secret['type']}"
        rules = ("--max-line-length=120", "--select", FLAKE8_ON, "--extend-ignore", FLAKE8_OFF)
        done = _tool("flake8", "--isolated", *rules, ".", folder=folder)
        if done.returncode and not done.stdout:
            raise ValueError(f"flake8 did not run: {done.stderr.strip()[-300:]}")
        yield from (f"flake8: {line}" for line in done.stdout.splitlines())


def _json_of(module: str, *arguments: str, folder: str) -> dict:
    """What a tool reports. ValueError when it did not run: a scan that did not happen is no pass."""
    done = _tool(module, *arguments, folder=folder)
    try:
        return json.loads(done.stdout)
    except json.JSONDecodeError as error:
        raise ValueError(f"{module} did not run: {(done.stderr or done.stdout).strip()[-300:]}") from error


def _tool(module: str, *arguments: str, folder: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", module, *arguments], cwd=folder, capture_output=True, text=True, check=False
    )


def main() -> int:
    """The command; exit status 1 when something is wrong."""
    parser = argparse.ArgumentParser(description="Checks the plugin's ZIP as plugins.qgis.org does.")
    parser.add_argument("package", type=Path, metavar="ZIP")
    parser.add_argument("--release", action="store_true", help="refuse placeholders as well")
    args = parser.parse_args()
    problems = refusals(args.package, args.release) or list(findings(args.package))
    for problem in problems:
        print(problem, file=sys.stderr)
    print(f"{args.package}: {len(problems) or 'no'} finding{'s' if len(problems) > 1 else ''}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
