"""Nothing a file holds can do harm: it is read, or refused with the reason."""

import io
import json
import os
import struct
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.moving.reading import archives
from network.moving.reading.archives import Archive
from network.moving.reading.found import Unreadable
from tests.moving.parcels import POSITIONS, problem, read, zipped

# Refused


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf  \n", "empty"),
        (b"%PDF-1.7 ...", "pdf"),
        (b'{"basics": ', "broken-json"),
        (b"[" * 200_000, "broken-json"),
        (b'{"basics": {"name": ' + b"9" * 10_000 + b"}}", "broken-json"),
        (b'{"basics": NaN}', "broken-json"),
        (b'{"hello": 1}', "unknown"),
        (b"just some words\nand more\n", "unknown"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 10, "unknown"),
        (b"Company Name,Title,Started On\n" + b'"' + b"x" * 200_000, "broken-table"),
        (b"x" * (archives.MAX_FILE + 1), "too-big"),
        (b"PK\x03\x04 no zip", "broken-zip"),
        (b'{"format": "handschlag-profile", "version": 2}', "newer"),
        (b'{"format": "handschlag-profile", "version": "x"}', "newer"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_file_is_refused_with_the_reason(data, why):
    assert problem(("file", data)) == why


def test_archive_with_a_password_is_refused():
    data = bytearray(zipped({"profile.json": "{}"}))
    data[6] |= 1
    at = data.rfind(b"PK\x01\x02")
    data[at + 8] |= 1
    assert problem(("x.zip", bytes(data))) == "password"


def test_archive_with_the_same_name_twice_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as box:
        box.writestr("profile.json", "{}")
        with pytest.warns(UserWarning, match="Duplicate"):
            box.writestr("profile.json", "{}")
    assert problem(("x.zip", out.getvalue())) == "same-name-twice"


def test_bomb_is_not_blown_up():
    """50 MB of spaces in 50 KB: only as much is unpacked as a file may be large."""
    assert problem(("x.zip", zipped({"profile.json": b" " * 50_000_000}))) == "too-big"


def test_tables_of_the_same_name_are_unpacked_once(monkeypatch):
    """Each entry of a small archive may be 10 MB when unpacked, and thousands of them fit."""
    opened = []
    read_one = Archive.read
    monkeypatch.setattr(Archive, "read", lambda box, name, *most: opened.append(name) or read_one(box, name, *most))
    found = read(("x.zip", zipped({f"{folder}/Positions.csv": POSITIONS for folder in range(20)})))
    assert opened == ["0/Positions.csv"]
    assert ("1/Positions.csv", "other-file") in found.left


def test_bomb_that_lies_about_its_size_is_not_blown_up():
    data = bytearray(zipped({"profile.json": b" " * 50_000_000}))
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<L", 100)
    assert problem(("x.zip", bytes(data))) in ("broken-zip", "broken-json", "too-big")


@pytest.mark.parametrize("how", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_passed_over(how):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as box:
        box.writestr("Positions.csv", POSITIONS)
    assert problem(("x.zip", out.getvalue())) == "unknown"


def test_table_of_contents_without_end_is_refused_unread():
    assert problem(("x.zip", zipped({f"{number:06}": "" for number in range(20_000)}))) == "too-many-names"


def test_archive_of_more_than_200_megabytes_is_refused(monkeypatch):
    monkeypatch.setattr(archives, "MAX_ARCHIVE", 1000)
    assert problem(("x.zip", zipped({"profile.json": b"{}", "x": os.urandom(2000)}))) == "too-big-archive"


@pytest.mark.parametrize(
    "name", ["../Positions.csv", "/etc/Positions.csv", "a\\Positions.csv", "C:/Positions.csv", "a//Positions.csv"]
)
def test_names_that_point_away_are_passed_over(name):
    assert problem(("x.zip", zipped({name: POSITIONS}))) == "unknown"
    box = Archive(io.BytesIO(zipped({name: POSITIONS, "good": "x"})))
    assert list(box.inside) == ["good"]
    assert box.strange == 1


def test_links_are_passed_over():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as box:
        link = zipfile.ZipInfo("profile.json")
        link.external_attr = 0o120777 << 16
        box.writestr(link, "/etc/passwd")
    assert problem(("x.zip", out.getvalue())) == "unknown"


def test_archives_in_archives_stay_closed():
    inner = zipped({"Positions.csv": POSITIONS})
    assert problem(("x.zip", zipped({"inner.zip": inner}))) == "unknown"


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    for start in (b"", b"PK\x03\x04", b"{", b"Company Name,Title,Started On\n", b"\xff\xfe"):
        with suppress(Unreadable):
            json.dumps(read(("file", start + data)).plain()).encode()


@given(st.integers(0, 2000), st.integers(0, 255))
def test_damaged_archive_is_read_or_refused(at, byte):
    data = bytearray(zipped({"a/Positions.csv": POSITIONS, "Languages.csv": "Name,Proficiency\nEnglish,B2\n"}))
    data[at % len(data)] = byte
    with suppress(Unreadable):
        read(("x.zip", bytes(data)))


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=20,
)
KEYS = ["person", "stations", "papers", "samples", "blocks", "references", "voices", "share_links", "looks"]
INNER = [
    "id",
    "kind",
    "start",
    "end",
    "employer",
    "employer_name",
    "occupation",
    "place",
    "steps",
    "photos",
    "name",
    "title",
    "languages",
]


@given(
    st.dictionaries(st.sampled_from(KEYS), JSON | st.lists(st.dictionaries(st.sampled_from(INNER), JSON), max_size=3))
)
def test_profile_of_any_shape_is_read_or_refused(data):
    data = {"format": "handschlag-profile", "version": 1, **data}
    with suppress(Unreadable):
        json.dumps(read(("profile.json", json.dumps(data).encode())).plain()).encode()
