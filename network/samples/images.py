"""Pictures in, clean WebP out. Pure functions: bytes in, bytes out, no database and no storage (law 12).

`inspect` is cheap and runs while the person waits, so that a bad file gets its message at the field. `variants` decodes
fully and runs in the background. Whatever hides beside the pixels (EXIF, GPS, XMP, IPTC, ICC, text chunks, thumbnails,
bytes behind the end) is gone afterwards because only pixels are ever carried over.
"""

import warnings
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from typing import IO

import pillow_heif
from PIL import Image, ImageOps

from network.samples import colours, containers

MAX_BYTES = 25 * 1024 * 1024
MAX_PIXELS = 50_000_000
WIDTHS = (1280, 640, 320)
TALLEST = 2 * WIDTHS[0]  # a strip of wallpaper must not become a mile of page, and WebP ends at 16,383

FORMATS = ("JPEG", "PNG", "WEBP", "HEIF")
_CLOCKWISE = {1: Image.Transpose.ROTATE_270, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_90}

Image.MAX_IMAGE_PIXELS = MAX_PIXELS
warnings.filterwarnings("error", category=Image.DecompressionBombWarning)
# Embedded thumbnails may show what was cropped away; without this they could stand in for the picture.
pillow_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False, decode_threads=1)


class Problem(StrEnum):
    """Why a file is refused. The words for people are in forms.py."""

    EMPTY = "empty"
    TOO_BIG = "too-big"
    TOO_MANY_PIXELS = "too-many-pixels"
    PDF = "pdf"
    GIF = "gif"
    SVG = "svg"
    TEXT = "text"
    NOT_A_PICTURE = "not-a-picture"
    TRUNCATED = "truncated"


class BadPicture(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.value)
        self.problem = problem


@dataclass(frozen=True)
class Picture:
    """Format by content, and the size as stored (before it is turned upright)."""

    format: str
    width: int
    height: int


def inspect(file: IO[bytes]) -> Picture:
    """What this file is, by its content and not by its name. Leaves the file at its start.

    Walks through the whole container but decodes no pixel, so no size of a picture can hurt here. Raises BadPicture.
    """
    try:
        kind = _kind(file)
        with _open(file) as image:
            return Picture(kind, *image.size)
    finally:
        file.seek(0)


def variants(file: IO[bytes]) -> dict[int, bytes]:
    """WebP by width, largest first: 1280, 640 and 320, never wider than the source. Upright, sRGB, on white, only pixels.

    Same bytes in, same bytes out. Raises BadPicture. Memory: a JPEG is decoded at half, a quarter or an eighth of its
    size; of other formats at most four copies of 50 megapixels are held (measured: 830 MB for such a WebP).
    """
    _kind(file)
    try:
        return {image.width: _webp(image) for image in _sizes(_upright(_open(file)))}
    except MemoryError as error:
        raise BadPicture(Problem.TOO_MANY_PIXELS) from error
    except colours.DAMAGED as error:
        raise BadPicture(Problem.TRUNCATED) from error


def turned(data: bytes, quarters: int = 1) -> dict[int, bytes]:
    """The variants of our own largest variant, turned clockwise: some phones do not say which way is up."""
    image = Image.open(BytesIO(data), formats=("WEBP",)).convert("RGB").transpose(_CLOCKWISE[quarters])
    return {image.width: _webp(image) for image in _sizes(image)}


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height of one of our own variants."""
    return Image.open(BytesIO(data), formats=("WEBP",)).size


def _kind(file: IO[bytes]) -> str:
    """JPEG, PNG, WEBP or HEIF. Raises BadPicture for everything else, for wrong sizes and for files that end too early."""
    size = file.seek(0, 2)
    if size == 0:
        raise BadPicture(Problem.EMPTY)
    if size > MAX_BYTES:
        raise BadPicture(Problem.TOO_BIG)
    file.seek(0)
    kind = containers.kind_of(file.read(1024))
    if kind not in FORMATS:
        raise BadPicture(Problem(kind) if kind else Problem.NOT_A_PICTURE)
    if not containers.is_whole(file, kind):
        raise BadPicture(Problem.TRUNCATED)
    return kind


def _open(file: IO[bytes]) -> Image.Image:
    """Header only. The limit holds before anything is decoded, whatever warnings are set to."""
    file.seek(0)
    try:
        image = Image.open(file, formats=FORMATS)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise BadPicture(Problem.TOO_MANY_PIXELS) from error
    except colours.DAMAGED as error:
        raise BadPicture(Problem.TRUNCATED) from error
    if image.width * image.height > MAX_PIXELS:
        raise BadPicture(Problem.TOO_MANY_PIXELS)
    return image


def _upright(image: Image.Image) -> Image.Image:
    """At most 1280 wide, upright, sRGB, without alpha. Shrinks first: turning and colours then cost next to nothing."""
    orientation = _orientation(image)
    width, height = image.size if orientation < 5 else image.size[::-1]
    final = min(WIDTHS[0], width, max(1, TALLEST * width // height))
    size = (final, max(1, min(TALLEST, round(height * final / width))))  # 1 x 16,383 becomes a shorter line
    stored = size if orientation < 5 else size[::-1]
    image.draft("RGB", stored)  # JPEG only: decodes at 1/2, 1/4 or 1/8
    profile = image.info.get("icc_profile")
    small = colours.smooth(image).resize(stored, Image.Resampling.LANCZOS, reducing_gap=2.0)
    small = colours.srgb(colours.on_white(small), profile)
    if orientation != 1:
        small.getexif()[0x0112] = orientation
        small = ImageOps.exif_transpose(small)
    return small


def _orientation(image: Image.Image) -> int:
    """1 to 8; a damaged EXIF block is no reason to refuse the picture."""
    try:
        value = image.getexif().get(0x0112, 1)
    except colours.DAMAGED:
        return 1
    return value if value in range(1, 9) else 1


def _sizes(image: Image.Image) -> list[Image.Image]:
    """The picture itself, then each smaller width made from the next larger one."""
    found = [image]
    for width in WIDTHS:
        if width < image.width:
            size = (width, max(1, round(image.height * width / image.width)))
            found.append(found[-1].resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0))
    return found


def _webp(image: Image.Image) -> bytes:
    """Nothing of image.info is handed over: the encoder would write a profile or EXIF it finds there."""
    out = BytesIO()
    clean = Image.frombytes("RGB", image.size, image.tobytes())
    clean.save(out, "WEBP", quality=80, method=4)
    return out.getvalue()
