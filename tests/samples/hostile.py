"""Three hundred files that nobody should send, always the same ones: (what it is, the name it comes with, its bytes)."""

import random
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from typing import NamedTuple

from PIL import Image

from tests.samples import make_images as make

SMALL = (120, 90)
TAIL = make.CANARY.encode()
PNG = b"\x89PNG\r\n\x1a\n"


class Hostile(NamedTuple):
    what: str
    name: str
    data: bytes


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


@cache
def bases() -> dict[str, bytes]:
    """One good picture of each kind that is taken, each with a canary beside its pixels."""
    small = make.upright(*SMALL)
    meta = {"exif": make.exif(1), "icc_profile": make.icc()}
    return {
        "jpeg": make.jpeg(small, comment=TAIL, **meta),
        "progressive": make.jpeg(small, progressive=True, **meta),
        "png": saved(small, "PNG", **meta),
        "palette": saved(small.convert("P"), "PNG", transparency=0),
        "webp": saved(small, "WEBP", xmp=make.xmp(), **meta),
        "heic": saved(small, "HEIF", exif=make.exif(1).tobytes(), xmp=make.xmp(), quality=60),
    }


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(
    width: int, height: int, depth: int = 8, colour: int = 2, rows: bytes | None = None, extra: bytes = b""
) -> bytes:
    """Any header over any rows; a bomb where the rows are many and alike."""
    bits = depth * {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colour]
    data = zlib.compress(bytes((width * bits + 7) // 8 + 1) * height if rows is None else rows, 9)
    palette = chunk(b"PLTE", bytes(3 << min(depth, 8))) if colour == 3 else b""
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    return PNG + header + extra + palette + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def truncated() -> Iterator[Hostile]:
    for kind, data in bases().items():
        for part in (*range(1, 20), 19.9):
            yield Hostile(f"{kind} cut at {part}/20", f"{kind}.jpg", data[: int(len(data) * part / 20)])


def flipped() -> Iterator[Hostile]:
    chance = random.Random(2026)
    for kind, data in bases().items():
        for number in range(12):
            bad = bytearray(data)
            for _ in range(1 + number % 4):
                bad[chance.randrange(2, len(bad))] = chance.randrange(256)
            yield Hostile(f"{kind} with bytes changed, {number}", f"{kind}.jpg", bytes(bad))


def polyglots() -> Iterator[Hostile]:
    box = BytesIO()
    with zipfile.ZipFile(box, "w") as archive:
        archive.writestr("../../evil.php", TAIL)
    payloads = {
        "zip": box.getvalue(),
        "html": b"<!doctype html><script>alert(1)</script>" + TAIL,
        "php": b"<?php system($_GET['c']); ?>" + TAIL,
        "pdf": b"%PDF-1.7\n1 0 obj<</JS(app.alert(1))>>endobj\n%%EOF" + TAIL,
        "svg": b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'>" + TAIL,
        "exe": b"MZ\x90\0" + bytes(60) + TAIL,
        "shell": b"#!/bin/sh\nrm -rf /\n" + TAIL,
    }
    for what, payload in payloads.items():
        for kind in ("jpeg", "png", "webp", "heic"):
            yield Hostile(f"{kind} with {what} behind it", f"both.{what}", bases()[kind] + payload)
        yield Hostile(f"{what} with jpeg behind it", "both.jpg", payload + bases()["jpeg"])
        inside = make.jpeg(make.upright(*SMALL), comment=payload)
        yield Hostile(f"jpeg with {what} in its comment", f"both.jpg.{what}", inside)


def bombs() -> Iterator[Hostile]:
    jpeg = bytearray(bases()["jpeg"])
    frame = jpeg.index(b"\xff\xc0") + 5
    jpeg[frame : frame + 4] = b"\xff\xff\xff\xff"
    webp = saved(make.upright(*SMALL).convert("RGBA"), "WEBP", exif=make.exif(1))
    huge = bytearray(webp)
    huge[24:30] = b"\xff" * 6
    heic = bytearray(bases()["heic"])
    size = heic.index(b"ispe") + 8
    heic[size : size + 8] = struct.pack(">II", 60000, 60000)
    scan = make.segment(0xDA, b"\x01\x01\0\0\x3f\0")
    swollen = zlib.compress(bytes(60_000_000), 9)
    made = {
        "png of 144 megapixels": make.bomb_png(),
        "png 1 pixel wide, 100000 high": png(1, 100_000, 1, 0),
        "png 100000 pixels wide, 1 high": png(100_000, 1, 1, 0),
        "colour png 1 x 100000": png(1, 100_000),
        "colour png 100000 x 1": png(100_000, 1),
        "png that says 4 billion": png(2**31 - 1, 2**31 - 1, rows=b"\0"),
        "png of no size": png(0, 0, rows=b""),
        "png with far more rows than it says": png(10, 10, rows=bytes(40_000_000)),
        "png with a swollen text": png(64, 64, extra=chunk(b"zTXt", b"Comment\0\0" + swollen)),
        "png with a swollen profile": png(64, 64, extra=chunk(b"iCCP", b"p\0\0" + swollen)),
        "png of 30000 chunks": png(64, 64, extra=chunk(b"tEXt", b"a\0b") * 30_000),
        "png with a chunk longer than the file": png(64, 64, extra=b"\x7f\xff\xff\xfftEXtab"),
        "jpeg that says 65535 x 65535": bytes(jpeg),
        "jpeg of 100 scans": bytes(bases()["progressive"][:-2] + scan * 100 + b"\xff\xd9"),
        "jpeg of 30000 segments": bases()["jpeg"][:2] + make.segment(0xEC, b"x") * 30_000 + bases()["jpeg"][2:],
        "jpeg without an end": bases()["jpeg"][:-2] + bytes(200_000),
        "webp that says 16 million wide": bytes(huge),
        "heic that says 60000 x 60000": bytes(heic),
        "25 MB of nothing": bytes(25 * 1024 * 1024 + 1),
    }
    for what, data in made.items():
        yield Hostile(what, "photo.jpg", data)


def modes() -> Iterator[Hostile]:
    small = make.upright(*SMALL)
    for mode in ("CMYK", "L", "RGB", "1", "P", "LA", "RGBA", "PA", "I;16", "YCbCr"):
        image = small.convert("RGB") if mode == "I;16" else small.convert("RGBA" if mode == "PA" else mode)
        kind = "JPEG" if mode in ("CMYK", "YCbCr") else "PNG"
        if mode == "I;16":
            image = small.convert("I").point(lambda value: value * 257).convert("I;16")
        elif mode == "PA":
            image = image.quantize(16)
        yield Hostile(f"{kind} in mode {mode}", "photo.jpg", saved(image, kind))
    for depth, colour in ((16, 2), (16, 6), (16, 4), (16, 0), (2, 3), (4, 3), (1, 3), (2, 0), (4, 0)):
        yield Hostile(f"png {depth} bits, colour type {colour}", "photo.png", png(64, 48, depth, colour))
    for clear in (0, 7, bytes(range(256))):
        yield Hostile("palette with transparency", "p.png", saved(small.convert("P"), "PNG", transparency=clear))
    for sampling in (0, 1, 2):
        yield Hostile(f"jpeg, subsampling {sampling}", "s.jpg", make.jpeg(small, subsampling=sampling, quality=100))
    for number in (0, 2, 3, 4, 5, 6, 7, 8, 9, 65535):
        yield Hostile(f"orientation {number}", "o.jpg", make.jpeg(small, exif=make.exif(number)))
    for way in ("lossless", "exact"):
        yield Hostile(f"webp, {way}", "w.webp", saved(small.convert("RGBA"), "WEBP", **{way: True}))
    for size in ((1, 1), (2, 1), (1, 3), (16_383, 1), (1, 16_383)):
        yield Hostile(f"webp of {size}", "tiny.webp", saved(Image.new("RGB", size), "WEBP"))


def moving() -> Iterator[Hostile]:
    frames = [Image.new("RGB", SMALL, (shade, 0, 0)) for shade in range(2, 60, 2)]
    for kind, options in (("GIF", {}), ("WEBP", {}), ("PNG", {}), ("TIFF", {}), ("MPO", {})):
        for count in (2, len(frames)):
            data = saved(frames[0], kind, save_all=True, append_images=frames[1:count], **options)
            yield Hostile(f"{kind} of {count} pictures", f"moving.{kind.lower()}", data)
    yield Hostile("gif of one picture", "still.gif", saved(frames[0], "GIF"))


def others() -> Iterator[Hostile]:
    rgb = make.upright(*SMALL)
    for kind in (
        "TIFF",
        "BMP",
        "ICO",
        "JPEG2000",
        "PPM",
        "TGA",
        "PCX",
        "DDS",
        "SGI",
        "EPS",
        "PDF",
        "XBM",
        "AVIF",
        "ICNS",
    ):
        image = rgb.convert("1") if kind == "XBM" else rgb
        try:
            yield Hostile(f"a {kind} file", "photo.jpg", saved(image, kind))
        except (KeyError, OSError):  # not in this build of Pillow
            yield Hostile(f"a {kind} file, by name only", f"photo.{kind.lower()}", kind.encode())
    told = {
        "svg with a script": b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        "svg with an entity bomb": b"<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><svg>&b;</svg>",
        "svg that fetches a file": b"<svg><image href='file:///etc/passwd'/></svg>",
        "html": b"<html><body onload=alert(1)>", "javascript": b"alert(1)", "text": "Grüße".encode(),
        "utf-16 text": "Hallo".encode("utf-16"), "nothing": b"", "one byte": b"\xff", "two bytes": b"\xff\xd8",
        "zeros": bytes(1000), "only a png head": PNG, "only a riff head": b"RIFF\xff\xff\xff\xffWEBP",
        "only a heic head": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "ftyp of a film": b"\0\0\0\x18ftypmp42" + bytes(64),
        "box without an end": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0\0\0\x01meta" + b"\xff" * 64,
        "psd": b"8BPS\0\1" + bytes(64), "raw photo": b"II*\0\x10\0\0\0CR\x02\0" + bytes(99), "zip": b"PK\x03\x04" + bytes(64),
        "executable": b"\x7fELF" + bytes(64), "pdf": b"%PDF-1.7\n%%EOF", "postscript": b"%!PS-Adobe\n(/etc/passwd) run",
        "noise": random.Random(7).randbytes(5000),
    }  # fmt: skip
    for what, data in told.items():
        yield Hostile(what, "photo.jpg", data)


def metadata() -> Iterator[Hostile]:
    small, ten = make.upright(*SMALL), TAIL * (10_000_000 // len(TAIL))
    jpeg, plain = make.jpeg(small), saved(small, "PNG")
    for what, head in (
        ("EXIF", b"Exif\0\0II*\0\x08\0\0\0"),
        ("XMP", b"http://ns.adobe.com/xap/1.0/\0"),
        ("ICC", b"ICC_PROFILE\0\1\1"),
    ):
        many = b"".join(make.segment(0xE2 if what == "ICC" else 0xE1, head + ten[:65_000]) for _ in range(154))
        yield Hostile(f"jpeg with 10 MB of {what}", "meta.jpg", jpeg[:2] + many + jpeg[2:])
    for kind, data in (
        (b"eXIf", ten),
        (b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + ten),
        (b"iCCP", b"p\0\0" + zlib.compress(ten)),
    ):
        yield Hostile(f"png with 10 MB in {kind.decode()}", "meta.png", plain[:33] + chunk(kind, data) + plain[33:])
    yield Hostile("webp with 10 MB of EXIF", "meta.webp", saved(small, "WEBP", exif=b"Exif\0\0" + ten))
    yield Hostile("webp with 10 MB of XMP", "meta.webp", saved(small, "WEBP", xmp=ten))
    for kind, garbage in (("JPEG", b"acsp" * 999), ("PNG", bytes(500)), ("WEBP", TAIL * 99)):
        yield Hostile(f"{kind} with a broken profile", "icc.jpg", saved(small, kind, icc_profile=garbage))
    cmyk = saved(small.convert("CMYK"), "JPEG", icc_profile=make.icc())
    yield Hostile("CMYK with the profile of another space", "cmyk.jpg", cmyk)
    for number, damage in enumerate((b"Exif\0\0MM\0*\xff\xff\xff\xff", b"Exif\0\0", b"Exif\0\0II*\0" + b"\xff" * 400)):
        yield Hostile(f"damaged EXIF {number}", "exif.jpg", make.jpeg(small, exif=damage))


def names() -> Iterator[Hostile]:
    told = (
        "../../../etc/passwd", "..\\..\\boot.ini", "/etc/shadow", "C:\\Windows\\win.ini", "....//....//x.jpg", "%2e%2e%2fx.jpg",
        "\u202egpj.exe", "foto\u202e\u2066gpj.php", "a" * 5000 + ".jpg", "ä" * 5000, "a/" * 2000 + "x.jpg", "foto\0.jpg", "\0", "a\tb\x07\x1b[31m.jpg",
        "a\nb.jpg", "a\r\nX-Evil: 1\r\n\r\n.jpg", 'a".jpg', 'a"; name="stage"; x=".jpg', "a;b.jpg", "<script>alert(1)</script>.jpg", "{{ 7*7 }}.jpg",
        "'; DROP TABLE photo;--.jpg", "CON.jpg", "NUL", ".", "..", "", " ", ".htaccess", "x.php", "x.jpg.php", "x.svg", "\U0001f4f7.jpg",
        "e\u0301" * 200, "صورة.jpg", "photo.webp\u200b", "-rf", "$(reboot).jpg", "incoming/x", "photos/x/640.webp",
    )  # fmt: skip
    for name in told:
        yield Hostile(f"named {name[:30]!r}", name, bases()["jpeg"])


def misnamed() -> Iterator[Hostile]:
    for kind, data in bases().items():
        for name in ("photo.txt", f"{kind}.pdf", "photo"):
            yield Hostile(f"{kind} called {name}", name, data)


GROUPS: dict[str, Callable[[], Iterator[Hostile]]] = {
    made.__name__: made
    for made in (truncated, flipped, polyglots, bombs, modes, moving, others, metadata, names, misnamed)
}
