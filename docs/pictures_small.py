"""Makes pictures of windows small, and an animated one of several: 256 colours show both windows and masks well
(those most apart, as a class in a legend is a few pixels).

.venv/bin/python docs/pictures_small.py docs/pictures/*.png
.venv/bin/python docs/pictures_small.py --animated docs/pictures/live_light.gif 00_500.png 01_300.png …

The number after the last _ of a frame's name is how long it is shown, in milliseconds.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PIL import Image

COLOURS = 256
FEW_COLOURS = 48  # of an animated picture: each frame costs


def shrink(path: Path) -> None:
    """Write a PNG anew with a palette; one that has a palette stays as it is."""
    with Image.open(path) as image:
        if image.mode == "P":
            return
        small = image.convert("RGB").quantize(COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    small.save(path, optimize=True)


def animate(target: Path, frames: list[Path]) -> None:
    """Write a GIF that runs for ever. All frames share one palette, so that what stays the same costs nothing."""
    images = [Image.open(path).convert("RGB") for path in frames]
    sheet = Image.new("RGB", (images[0].width, sum(image.height for image in images)))
    for number, image in enumerate(images):
        sheet.paste(image, (0, number * image.height))
    palette = sheet.quantize(FEW_COLOURS, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE)
    first, *others = [image.quantize(palette=palette, dither=Image.Dither.NONE) for image in images]
    milliseconds = [int(path.stem.rpartition("_")[2]) for path in frames]
    first.save(target, save_all=True, append_images=others, duration=milliseconds, loop=0)


if __name__ == "__main__":
    words = sys.argv[1:]
    if words[:1] == ["--animated"]:
        animate(Path(words[1]), [Path(word) for word in words[2:]])
    else:
        for word in words:
            shrink(Path(word))
