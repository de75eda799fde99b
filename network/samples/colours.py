"""Pixels of every kind -> plain sRGB, so that the profile can be dropped."""

import struct
import zlib
from io import BytesIO

from PIL import Image, ImageCms

# What decoders raise on hostile bytes.
_USUAL = (OSError, SyntaxError, ValueError, TypeError, LookupError, ArithmeticError, AttributeError, EOFError)
DAMAGED = (*_USUAL, RuntimeError, struct.error, zlib.error)


def smooth(image: Image.Image) -> Image.Image:
    """A mode that can be resized: no palette, no single bits, 16-bit grey brought down to 8."""
    if image.mode.startswith("I"):
        image.load()
        return image.convert("I").point(lambda value: value / 257).convert("L")
    if image.mode in ("P", "PA", "1") or "transparency" in image.info:
        return image.convert("RGBA" if image.has_transparency_data else "RGB")
    return image


def on_white(image: Image.Image) -> Image.Image:
    if image.mode not in ("RGBA", "LA"):
        return image
    sheet = Image.new("RGB", image.size, "white")
    sheet.paste(image.convert("RGB"), mask=image.getchannel("A"))
    return sheet


def srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Colours as the camera meant them, in sRGB, so that the profile can be dropped. A damaged profile is ignored."""
    if profile:
        try:
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            converted = ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, *DAMAGED):
            converted = None
        if converted is not None:
            return converted
    return image.convert("RGB")
