"""ZIP files of strangers. Nothing is unpacked: what is wanted is read by its exact name, up to a limit, into memory.

A name that points somewhere (../, /, C:, a backslash, a link) is never followed; such entries are passed over. Only the two usual ways of
packing are read: those of the others cannot be stopped in the middle of a bomb.
"""

import stat
import struct
import zipfile
import zlib
from typing import IO

from network.moving.reading.found import Problem, Unreadable

MAX_FILE = 10 * 1024 * 1024
MAX_ARCHIVE = 200 * 1024 * 1024
MAX_DIRECTORY = 1_000_000  # bytes; zipfile reads the table of contents as a whole
_END = struct.Struct("<4s4H2LH")
_LOCATOR = 20
_BROKEN = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, OSError, EOFError, NotImplementedError),
    *(RuntimeError, ValueError, OverflowError, KeyError, MemoryError),
)


class Archive:
    """The table of contents of a ZIP. Raises Unreadable."""

    def __init__(self, file: IO[bytes]) -> None:
        _check_end(file)
        try:
            self.box = zipfile.ZipFile(file)
        except _BROKEN as error:
            raise Unreadable(Problem.BROKEN_ZIP) from error
        inside = [info for info in self.box.infolist() if not info.is_dir()]
        if any(info.flag_bits & 0x1 for info in inside):
            raise Unreadable(Problem.PASSWORD)
        if len({info.filename for info in inside}) < len(inside):
            raise Unreadable(Problem.SAME_NAME_TWICE)
        self.inside = {info.filename: info for info in inside if _is_plain(info)}
        self.strange = len(inside) - len(self.inside)

    def __contains__(self, name: object) -> bool:
        return name in self.inside

    def read(self, name: str, most: int = MAX_FILE) -> bytes:
        """Everything of one entry, never more than `most`. Raises Unreadable."""
        info = self.inside[name]
        if info.file_size > most:
            raise Unreadable(Problem.TOO_BIG, name)
        try:
            with self.box.open(info) as entry:
                data = entry.read(most + 1)
                entry.read(1)  # the end of the entry, where its sum is checked
        except _BROKEN as error:
            raise Unreadable(Problem.BROKEN_ZIP, name) from error
        if len(data) > most:
            raise Unreadable(Problem.TOO_BIG, name)
        return data


def is_zip(file: IO[bytes]) -> bool:
    """By its first bytes. Leaves the file at its start."""
    file.seek(0)
    head = file.read(4)
    file.seek(0)
    return head in (b"PK\x03\x04", b"PK\x05\x06")


def _check_end(file: IO[bytes]) -> None:
    """The size of the table of contents, before zipfile reads it. Found the way zipfile finds it, so that both see the same."""
    size = file.seek(0, 2)
    if size > MAX_ARCHIVE:
        raise Unreadable(Problem.TOO_BIG_ARCHIVE)
    file.seek(max(0, size - _END.size - 0xFFFF - _LOCATOR))
    tail = file.read()
    at = len(tail) - _END.size
    if at < 0 or tail[at : at + 4] != b"PK\x05\x06" or tail[-2:] != b"\0\0":
        at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + _END.size:
        raise Unreadable(Problem.BROKEN_ZIP)
    directory = _END.unpack_from(tail, at)[5]
    large = tail[max(0, at - _LOCATOR) : at].startswith(b"PK\x06\x07")  # ZIP64, which needs more than 4 GB
    if large or directory > MAX_DIRECTORY:
        raise Unreadable(Problem.TOO_MANY_NAMES)
    file.seek(0)


def _is_plain(info: zipfile.ZipInfo) -> bool:
    parts = info.filename.split("/")
    points_away = ".." in parts or "" in parts or "\\" in info.filename or ":" in info.filename or "\0" in info.filename
    is_link = stat.S_ISLNK(info.external_attr >> 16)
    packed_as_usual = info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    return packed_as_usual and not (points_away or is_link)
