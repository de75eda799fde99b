"""Pictures for tests: drawn, never random. `phone_photo()` is what a phone really sends: turned, with GPS, maker, thumbnail and trailer."""

import struct
import zlib
from functools import cache
from io import BytesIO

import pillow_heif
from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

pillow_heif.register_heif_opener()

CANARY = "KANARIENVOGEL"
RED, GREEN, BLUE, YELLOW = (200, 30, 30), (30, 160, 60), (30, 60, 200), (220, 200, 40)
ORIENTATION, MAKE, GPS, DESCRIPTION, SOFTWARE, EXIF = 0x0112, 0x010F, 0x8825, 0x010E, 0x0131, 0x8769
# How an upright picture has to be stored so that the tag turns it back: the inverse of what the tag asks for.
_INVERSE = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def upright(width: int = 800, height: int = 600) -> Image.Image:
    """Four corners of different colours: which way is up can be read from the pixels."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    x, y = width // 2, height // 2
    for box, colour in (
        ((0, 0, x, y), RED),
        ((x, 0, width, y), GREEN),
        ((0, y, x, height), BLUE),
        ((x, y, width, height), YELLOW),
    ):
        draw.rectangle(box, fill=colour)
    return image


def corners(image: Image.Image) -> list[str]:
    """The colours of the corners as words: top left, top right, bottom left, bottom right."""
    names = {"red": RED, "green": GREEN, "blue": BLUE, "yellow": YELLOW, "white": (255, 255, 255), "black": (0, 0, 0)}
    width, height = image.size
    rgb = image.convert("RGB")
    found = []
    for x, y in ((0.1, 0.1), (0.9, 0.1), (0.1, 0.9), (0.9, 0.9)):
        pixel = rgb.getpixel((int(width * x), int(height * y)))
        found.append(min(names, key=lambda name: sum(abs(a - b) for a, b in zip(names[name], pixel, strict=True))))
    return found


UPRIGHT = ["red", "green", "blue", "yellow"]


def exif(orientation: int = 1) -> Image.Exif:
    """EXIF as phones write it, a canary in every text and a position in Fürth."""
    made = Image.Exif()
    made[ORIENTATION] = orientation
    made[MAKE] = made[SOFTWARE] = made[DESCRIPTION] = CANARY
    made.get_ifd(GPS).update({1: "N", 2: (49.0, 28.0, 37.9), 3: "E", 4: (10.0, 59.0, 21.5), 29: CANARY})
    made.get_ifd(EXIF).update({0x9003: "2025:05:14 10:11:12", 0x9286: b"ASCII\0\0\0" + CANARY.encode(), 0xA420: CANARY})
    return made


def icc() -> bytes:
    """A real profile (sRGB) with a canary in its description and behind its end."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"IEC http://www.iec.ch", CANARY.encode().ljust(21)) + CANARY.encode()


def xmp() -> bytes:
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF>{CANARY}</rdf:RDF></x:xmpmeta>'.encode()


def segment(mark: int, payload: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, mark, len(payload) + 2) + payload


def jpeg(image: Image.Image | None = None, **save: object) -> bytes:
    out = BytesIO()
    (image or upright()).save(out, "JPEG", **{"quality": 85, **save})
    return out.getvalue()


def in_orientation(number: int, image: Image.Image | None = None) -> bytes:
    """A JPEG stored the way a phone held that way stores it; shown by the tag it is upright."""
    image = image or upright()
    stored = image.transpose(_INVERSE[number]) if number in _INVERSE else image
    return jpeg(stored, exif=exif(number))


def loaded_jpeg(width: int = 800, height: int = 600) -> bytes:
    """Orientation 6 and a canary everywhere a JPEG can hide one."""
    stored = upright(width, height).transpose(_INVERSE[6])
    plain = jpeg(stored, exif=exif(6), icc_profile=icc(), xmp=xmp(), comment=CANARY.encode())
    thumb = jpeg(upright(80, 60), comment=CANARY.encode())
    iptc = (
        b"8BIM\x04\x04\0\0"
        + struct.pack(">I", len(CANARY) + 5)
        + b"\x1c\x02\x78"
        + struct.pack(">H", len(CANARY))
        + CANARY.encode()
    )
    hidden = (
        segment(0xED, b"Photoshop 3.0\0" + iptc) + segment(0xE0, b"JFXX\0\x10" + thumb) + segment(0xEC, CANARY.encode())
    )
    return plain[:2] + hidden + plain[2:] + b"\0\0MotionPhoto_Data" + CANARY.encode() + b"\xff\xda" * 200


def loaded_png(mode: str = "RGB") -> bytes:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Comment", CANARY)
    texts.add_text("Author", CANARY * 9, zip=True)
    texts.add_itxt("XML:com.adobe.xmp", xmp().decode())
    texts.add(b"prVt", CANARY.encode())
    out = BytesIO()
    upright().convert(mode).save(out, "PNG", pnginfo=texts, exif=exif(1), icc_profile=icc(), dpi=(72, 72))
    return out.getvalue() + CANARY.encode()


def loaded_webp() -> bytes:
    out = BytesIO()
    upright().save(out, "WEBP", exif=exif(1), icc_profile=icc(), xmp=xmp(), quality=90)
    return out.getvalue() + CANARY.encode()


def heic(**save: object) -> bytes:
    out = BytesIO()
    upright().save(out, "HEIF", **{"exif": exif(1).tobytes(), "xmp": xmp(), "quality": 80, **save})
    return out.getvalue()


def bomb_png(width: int = 12000, height: int = 12000) -> bytes:
    """A few kilobytes that want to become 144 million pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes(width // 8 + 1) * height, 9)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@cache
def phone_photo(width: int = 1600, height: int = 1200) -> bytes:
    """A "real phone photo": JPEG, orientation 6, GPS position, maker notes, thumbnail, bytes behind the end. Upright: portrait."""
    image = Image.new("RGB", (height, width), (214, 208, 196))
    draw = ImageDraw.Draw(image)
    w, h = image.size
    draw.rectangle((w * 0.12, h * 0.08, w * 0.88, h * 0.92), fill=(236, 236, 230), outline=(90, 90, 90), width=8)
    for row in range(3):  # three rows of breakers in a distribution board
        top = h * (0.16 + row * 0.24)
        draw.rectangle((w * 0.16, top, w * 0.84, top + h * 0.16), fill=(70, 74, 80))
        for slot in range(12):
            left = w * 0.17 + slot * w * 0.055
            draw.rectangle((left, top + h * 0.02, left + w * 0.045, top + h * 0.14), fill=(245, 245, 245))
            draw.rectangle(
                (left + w * 0.012, top + h * 0.06, left + w * 0.033, top + h * 0.1), fill=(30, 60 + slot * 12, 90)
            )
    return loaded_from(image)


def loaded_from(image: Image.Image) -> bytes:
    stored = image.transpose(_INVERSE[6])
    plain = jpeg(stored, exif=exif(6), icc_profile=icc(), xmp=xmp(), quality=88)
    return plain + b"MotionPhoto_Data" + CANARY.encode()
