"""Our picture pipeline against bare Pillow on a 12-megapixel JPEG: `python bench/photos.py`. Budget: 1.3 times, and 1 s to look at it.

Bare Pillow does the same job in its shortest form: decode, turn, three WebP. Both run alternately, the best of the rounds counts.
"""

import os
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("HANDSCHLAG_MODE", "test")

from PIL import Image, ImageOps

from network.samples import images

ROUNDS = 5
BUDGET = 1.3


def photo(width: int = 4000, height: int = 3000) -> bytes:
    """Smooth noise with edges, always the same, stored on its side as phones do."""
    noise = Image.effect_mandelbrot((width // 4, height // 4), (-2.2, -1.4, 1.0, 1.4), 60).resize(
        (width, height), Image.Resampling.BICUBIC
    )
    image = Image.merge("RGB", (noise, ImageOps.mirror(noise), ImageOps.flip(noise)))
    exif = Image.Exif()
    exif[0x0112] = 6
    out = BytesIO()
    image.save(out, "JPEG", quality=90, exif=exif)
    return out.getvalue()


def bare(data: bytes) -> None:
    image = Image.open(BytesIO(data))
    image.draft("RGB", (images.WIDTHS[0], images.WIDTHS[0]))
    image = ImageOps.exif_transpose(image).convert("RGB")
    for width in images.WIDTHS:
        copy = image.copy()
        copy.thumbnail((width, width * 2), Image.Resampling.LANCZOS, reducing_gap=2)
        copy.save(BytesIO(), "WEBP", quality=80, method=4)


def seconds(job: Callable[[], object]) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def main() -> int:
    data = photo()
    ours, theirs, look = [], [], []
    for _ in range(ROUNDS):
        theirs.append(seconds(lambda: bare(data)))
        ours.append(seconds(lambda: images.variants(BytesIO(data))))
        look.append(seconds(lambda: images.inspect(BytesIO(data))))
    ratio = min(ours) / min(theirs)
    print(
        f"photo {len(data) / 1e6:.1f} MB: bare Pillow {min(theirs):.3f} s, ours {min(ours):.3f} s, ratio {ratio:.2f} (budget {BUDGET})"
    )
    print(f"look at it in the request: {min(look):.3f} s (budget 1 s)")
    return 0 if ratio <= BUDGET and min(look) < 1 else 1


if __name__ == "__main__":
    sys.exit(main())
