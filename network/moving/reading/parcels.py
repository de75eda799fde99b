"""The files somebody chose -> Found. What a file is, its content says; the name only helps among tables."""

from collections.abc import Sequence
from typing import IO

from network.moving.reading import linkedin, own, resumes
from network.moving.reading.archives import MAX_FILE, Archive, is_zip
from network.moving.reading.found import Found, Problem, Unreadable
from network.moving.reading.texts import decoded, parsed

PROFILE, RESUME = "profile.json", "resume.json"


Sent = tuple[str, IO[bytes]]  # name, and the open file


def read(sent: Sequence[Sent]) -> Found:
    """One archive, one JSON file, or the tables of one export. Raises Unreadable."""
    first = next((file for _name, file in sent if is_zip(file)), None)
    if first:
        found = _archive(Archive(first))
        for name, file in sent:
            if file is not first:
                found.leave(name or "?", "one-archive")
    else:
        found = _files([(name, _bytes(name, file)) for name, file in sent])
    if not found.items:
        raise Unreadable(Problem.NOTHING)
    return found


def _bytes(name: str, file: IO[bytes]) -> bytes:
    file.seek(0)
    data = file.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        raise Unreadable(Problem.TOO_BIG, name)
    if not data.strip(b"\0 \r\n\t\xef\xbb\xbf\xff\xfe"):
        raise Unreadable(Problem.EMPTY, name)
    if data.startswith(b"%PDF"):
        raise Unreadable(Problem.PDF, name)
    return data


def _archive(box: Archive) -> Found:
    """Ours by its profile.json, LinkedIn's by its tables."""
    if PROFILE in box:
        data = parsed(box.read(PROFILE))
        if not own.is_own(data):
            raise Unreadable(Problem.UNKNOWN, PROFILE)
        found = own.read(data, box)
    else:
        named: dict[
            str, str
        ] = {}  # one entry for each table: thousands of the same name would keep us busy for minutes
        for name in box.inside:
            if file := linkedin.file_of(name):
                named.setdefault(file, name)
        tables = {file: box.read(name) for file, name in named.items()}
        if not tables and RESUME in box:
            return _json(parsed(box.read(RESUME)), RESUME)
        if not tables:
            raise Unreadable(Problem.UNKNOWN)
        found = linkedin.read(tables)
        for name in box.inside:
            if name not in named.values():
                found.leave(name, "other-file")
    if box.strange:
        found.leave("ZIP", "strange-names")
    return found


def _files(files: list[tuple[str, bytes]]) -> Found:
    tables: dict[str, bytes] = {}
    for name, data in files:
        if decoded(data[:200]).lstrip("\ufeff \r\n\t").startswith(("{", "[")):
            if len(files) == 1:
                return _json(parsed(data), name)
            raise Unreadable(Problem.UNKNOWN, name)
        file = linkedin.file_by_heads(data)
        if not file:
            raise Unreadable(Problem.UNKNOWN, name)
        tables[file] = data
    return linkedin.read(tables)


def _json(data: object, name: str) -> Found:
    if isinstance(data, dict) and own.is_own(data):
        return own.read(data, ())
    if isinstance(data, dict) and resumes.is_resume(data):
        return resumes.read(data)
    raise Unreadable(Problem.UNKNOWN, name)
