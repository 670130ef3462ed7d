"""A network of one 1 x 1 convolution as an ONNX file, written without the package: broken ones too, and quick ones.

ONNX is protocol buffers; the numbers of its fields are in https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
"""

from __future__ import annotations

import struct


def onnx_network(
    kernel: bytes | None = None,
    bands: int = 2,
    channels: int = 2,
    *,
    bias: bytes = b"",
    side: int = 32,
    external: str = "",
    doc: str = "",
) -> bytes:
    """The file's content. `kernel` and `bias` are float32 numbers, (channels, bands) and (channels,).

    side: of the patches, in pixels; 0 for any. external: a file that the numbers are to be read from. doc: a text of
    the file, which gives the same network another hash.
    """
    if kernel is None:
        kernel = struct.pack(f"<{bands * channels}f", *([0.5] * bands * channels))
    inputs = [b"x", b"kernel", *([b"bias"] if bias else [])]
    node = b"".join(_field(1, name) for name in inputs) + _field(2, b"y") + _field(4, b"Conv")
    tensors = _field(5, _tensor(b"kernel", (channels, bands, 1, 1), kernel, external))
    tensors += _field(5, _tensor(b"bias", (channels,), bias)) if bias else b""
    images = _field(11, _image(b"x", bands, side)) + _field(12, _image(b"y", channels, side))
    graph = _field(1, node) + _field(2, b"g") + tensors + images
    return _field(1, 8) + _field(6, doc.encode()) + _field(7, graph) + _field(8, _field(2, 13))


def _tensor(name: bytes, sides: tuple[int, ...], numbers: bytes, external: str = "") -> bytes:
    told = b"".join(_field(1, side) for side in sides) + _field(2, 1) + _field(8, name)
    if external:
        entry = _field(1, b"location") + _field(2, external.encode())
        return told + _field(13, entry) + _field(14, 1)
    return told + _field(9, numbers)


def _image(name: bytes, channels: int, side: int) -> bytes:
    sides = [_field(1, side)] * 2 if side else [_field(2, b"rows"), _field(2, b"cols")]
    shape = b"".join(_field(1, one) for one in (_field(1, 1), _field(1, channels), *sides))
    return _field(1, name) + _field(2, _field(1, _field(1, 1) + _field(2, shape)))


def _field(number: int, value: bytes | int) -> bytes:
    """One field of a protocol buffer."""
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    return _varint(number << 3 | 2) + _varint(len(value)) + value


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])
