"""What keeps a file from being what its name says: unfinished, empty, a pointer, a link, a server's answer, packed."""

from __future__ import annotations

import os
import re
from pathlib import Path

UNFINISHED = (
    *(".part", ".partial", ".crdownload", ".incomplete", ".download", ".opdownload", ".filepart", ".aria2", ".tmp"),
    *(".!ut", ".!qb", ".bc!", ".temp", ".unfinished"),
)
_PACKED = (
    b"\x1f\x8b",
    b"BZh",
    b"\xfd7zXZ",
    b"\x28\xb5\x2f\xfd",
    b"7z\xbc\xaf",
    b"Rar!\x1a\x07",
)  # how such files begin
IN_ICLOUD = "kept in iCloud and not on this machine. Download it (in Finder: Download Now)."
HEAD = 200  # bytes that tell what a file is
ZEROS = 4096  # bytes at the end of a file
_AGAIN = "Make it available offline, or download the product again."
POINTERS = {
    b"version https://git-lfs": ("Git LFS", "git lfs pull"),
    b"/annex/objects/": ("git-annex", "git annex get"),
    b"oid sha256:": ("Git LFS", "git lfs pull"),
}


def why_not_whole(place: Path) -> str:
    """Why a file is not there yet, or not whole: an unfinished download beside it; empty where there is none."""
    part = next((place.name + suffix for suffix in UNFINISHED if place.with_name(place.name + suffix).exists()), "")
    if not part:
        return ""
    way = "Wait for its end, or download the product again."
    return f"is not there yet: {part} beside it is an unfinished download. {way}"


def why_spoilt(place: Path) -> str:
    """Why a file cannot be what its name says, by its first bytes, and the way out; empty: they tell nothing."""
    head = _head(place)
    if not head and _size(place):
        return ""
    return why_spoilt_text(head) or (_answer(head) if re.match(rb"(\xef\xbb\xbf)?\s*<\?xml", head) else "")


def why_spoilt_text(data: bytes) -> str:
    """Why what should be metadata is something else, and the way out; empty: it may be what it should."""
    if not data:
        return f"is empty (0 bytes). {_AGAIN}"
    if not data[:HEAD].strip(b"\0"):
        return f"holds zeros where its content should be: a download that broke off, or a file kept online. {_AGAIN}"
    if re.match(rb"(\xef\xbb\xbf)?\s*(<!doctype html|<html|<error|[{\[]\s*\")", data, re.IGNORECASE):
        return _answer(data)
    return ""


def _answer(data: bytes) -> str:
    said = " ".join(data[:HEAD].decode("utf-8", "replace").split())[:80]
    return f"is what a server answered in place of the file ({said}). Check the login, and download it again."


def ends_in_zeros(place: Path) -> bool:
    """Whether the end of a file was never written, as where a download that broke off had reserved the room."""
    try:
        with open(place, "rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(0, size - ZEROS))
            return not file.read().strip(b"\0")
    except OSError:
        return False


def _size(place: Path) -> int:
    try:
        return place.stat().st_size
    except OSError:
        return -1


def why_split(place: Path) -> str:
    """Why a zip is the last of several files, and the way out; empty where it is not."""
    for first in (place.with_suffix(".z01"), place.with_suffix(".Z01")):
        if first.exists():
            return f"is the last file of a zip in several ({first.name} …). Unpack them and give the .SAFE folder."
    return ""


def why_in_parts(path: str) -> str:
    """Why a zip holds a part of a product only, and the way out; empty where nothing tells."""
    folder, name = os.path.split(path)
    match = re.fullmatch(r"(.+)-(\d{3})\.zip", name, re.IGNORECASE)
    if not match:
        return ""
    number = int(match[2])
    others = [f"{match[1]}-{other:03d}.zip" for other in (number - 1, number + 1)]
    beside = next((other for other in others if os.path.exists(os.path.join(folder, other))), "")
    if not beside and not match[1].lower().startswith("drive-download"):
        return ""
    also = f", as {beside} is" if beside else ""
    return f"is one of several zips of one download{also}. Unpack them into one folder and give the .SAFE folder in it."


def why_compressed(place: Path, by_name: bool = False) -> str:
    """Why a compressed archive is not opened; empty when its first bytes (or by_name its name) are not of one."""
    if not by_name and not _head(place).startswith(_PACKED):
        return ""
    return (
        f"{place} is a compressed archive that cannot be read in parts. Unpack it and give the .SAFE folder "
        "(a .zip or .tar needs no unpacking)."
    )


def begins_as_zip(place: Path) -> bool:
    """Whether a file is a zip by its first bytes, whatever its name."""
    return _head(place).startswith(b"PK\x03\x04")


def _head(place: Path) -> bytes:
    try:
        with open(place, "rb") as file:
            return file.read(HEAD)
    except OSError:
        return b""


def pointer_of(place: Path) -> str:
    """What a file is that only says where its content lies ("is a pointer of …"), empty when it is its content."""
    head = _head(place)
    for mark, (tool, command) in POINTERS.items():
        if head.startswith(mark):
            return f"is a pointer of {tool}: its content is not here. Fetch it ({command})."
    return ""


def link_out(place: Path) -> str:
    """What a link that is not followed is, and how to fix it."""
    if place.exists():
        target = os.path.realpath(place)
        return f"a link out of the product to {target}, which is not followed. Put the file itself there, or give that."
    return dangling(place)


def dangling(place: Path) -> str:
    """What a link without a target is, and how to fix it."""
    try:
        target = place.readlink().as_posix()
    except OSError:
        return "a link that cannot be read. Give the product itself."
    if "annex/objects" in target:
        return "a link into git-annex whose content is not here. Fetch it (git annex get)."
    if ".dvc/" in target or "/files/md5/" in target:
        return "a link into DVC's cache whose content is not here. Fetch it (dvc pull)."
    return f"a link to {target}, which is not there. Fetch the content, or give the product itself."
