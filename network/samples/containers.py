"""What a file is by its first bytes, and whether it is all there, without decoding a pixel."""

import re
from collections.abc import Iterator
from typing import IO

MAX_SCANS = 64  # of a JPEG: a camera writes about ten; thousands of tiny ones keep a decoder busy for hours
MAX_PARTS = 20_000  # segments or chunks: a picture of 25 MB has about 3,000

_TEXT = re.compile(rb"[\t\n\r\f\x1b\x20-\x7e\x80-\xff]*\Z")
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")  # inside a scan FF is followed by 00 or by a restart mark
_START, _END, _SCAN, _ALONE = 0xD8, 0xD9, 0xDA, 0x01


def kind_of(head: bytes) -> str:
    """JPEG, PNG, WEBP or HEIF by its first bytes; in small letters what is no photo (pdf, gif, svg, text); else ""."""
    for kind, found in (
        ("JPEG", head.startswith(b"\xff\xd8\xff")),
        ("PNG", head.startswith(b"\x89PNG\r\n\x1a\n")),
        ("WEBP", head.startswith(b"RIFF") and head[8:12] == b"WEBP"),
        ("HEIF", head[4:8] == b"ftyp"),
        ("gif", head.startswith((b"GIF87a", b"GIF89a"))),
        ("pdf", b"%PDF-" in head),
        ("svg", b"<svg" in head.lower() or b"<!doctype svg" in head.lower()),
        ("text", bool(_TEXT.match(head))),
    ):
        if found:
            return kind
    return ""


def is_whole(file: IO[bytes], kind: str) -> bool:
    """True if the file goes to its own end in a sane number of parts. Bytes behind it do not matter: they go nowhere."""
    file.seek(0)
    data = file.read()
    return {"JPEG": _jpeg, "PNG": _png, "WEBP": _webp, "HEIF": _heif}[kind](data)


def _jpeg(data: bytes) -> bool:
    at = scans = parts = 0
    while found := _MARKER.search(data, at):
        at, parts, mark = found.end(), parts + 1, data[found.end() - 1]
        if mark == _END:
            return True
        scans += mark == _SCAN
        if scans > MAX_SCANS or parts > MAX_PARTS:
            return False
        if mark not in (_START, _ALONE):
            at += int.from_bytes(data[at : at + 2])
    return False


def _png(data: bytes) -> bool:
    at = 8
    for _ in range(MAX_PARTS):
        end = at + 12 + int.from_bytes(data[at : at + 4])
        if end > len(data):
            return False
        if data[at + 4 : at + 8] == b"IEND":
            return True
        at = end
    return False


def _webp(data: bytes) -> bool:
    return len(data) >= 8 + int.from_bytes(data[4:8], "little")


def _heif(data: bytes) -> bool:
    """The description and the picture data are there, each as long as it says."""
    names = {name for name, fits in _boxes(data) if fits}
    return b"meta" in names and (b"mdat" in names or b"idat" in data)


def is_bare_webp(data: bytes) -> bool:
    """The simple form of WebP: one picture, to the last byte, with no room for a profile, EXIF or XMP."""
    picture = data[:4] == b"RIFF" and data[8:16] == b"WEBPVP8 "
    length = int.from_bytes(data[16:20], "little")
    return picture and len(data) == 20 + length + length % 2 == 8 + int.from_bytes(data[4:8], "little")


def _boxes(data: bytes) -> Iterator[tuple[bytes, bool]]:
    at = 0
    for _ in range(MAX_PARTS):
        if at + 8 > len(data):
            return
        length = int.from_bytes(data[at : at + 4])
        if length == 1:
            length = int.from_bytes(data[at + 8 : at + 16])
        end = at + length if length else len(data)  # 0: up to the end of the file
        yield data[at + 4 : at + 8], end <= len(data)
        if end < at + 8:
            return
        at = end
