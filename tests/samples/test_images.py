"""What goes in, what comes out: upright, clean, small, and plain refusals."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from network.samples import images
from network.samples.images import BadPicture, Problem
from tests.samples import make_images as make

GIF = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00!\xf9\x04\x01\x00\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"


def inspect(data: bytes) -> images.Picture:
    return images.inspect(BytesIO(data))


def variants(data: bytes) -> dict[int, Image.Image]:
    made = images.variants(BytesIO(data))
    return {width: Image.open(BytesIO(each)) for width, each in made.items()}


def problem(data: bytes) -> Problem:
    with pytest.raises(BadPicture) as caught:
        inspect(data)
    with pytest.raises(BadPicture):
        images.variants(BytesIO(data))
    return caught.value.problem


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (make.jpeg(), "JPEG"),
        (make.jpeg(progressive=True), "JPEG"),
        (make.loaded_jpeg(), "JPEG"),
        (make.loaded_png(), "PNG"),
        (make.loaded_webp(), "WEBP"),
        (make.heic(), "HEIF"),
    ],
    ids=["jpeg", "progressive", "loaded-jpeg", "png", "webp", "heic"],
)
def test_inspect_names_the_format_by_content(data: bytes, kind: str) -> None:
    picture = inspect(data)
    assert picture.format == kind
    assert sorted((picture.width, picture.height)) == [600, 800]


def test_inspect_leaves_the_file_at_its_start() -> None:
    file = BytesIO(make.jpeg())
    file.read(100)
    images.inspect(file)
    assert file.tell() == 0


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", Problem.EMPTY),
        (b"%PDF-1.7\n1 0 obj\n", Problem.PDF),
        (b"\xef\xbb\xbf\n%PDF-1.4", Problem.PDF),
        (GIF, Problem.GIF),
        (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', Problem.SVG),
        (b"Moin, das ist kein Bild.\n", Problem.TEXT),
        ("Grüße".encode(), Problem.TEXT),
        (b"PK\x03\x04\x14\0\0\0", Problem.NOT_A_PICTURE),
        (b"II*\0\x08\0\0\0\0\0", Problem.NOT_A_PICTURE),
        (b"\0" * 500, Problem.NOT_A_PICTURE),
        (b"\xff\xd8\xff", Problem.TRUNCATED),
        (b"\0\0\0\x18ftypheic", Problem.TRUNCATED),
        (b"RIFF\xff\xff\0\0WEBPVP8 ", Problem.TRUNCATED),
    ],
)
def test_refusal_names_the_problem(data: bytes, expected: Problem) -> None:
    assert problem(data) == expected


@pytest.mark.parametrize("make_one", [make.jpeg, make.loaded_png, make.loaded_webp, make.heic])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_truncated_picture_is_refused(make_one, share: float) -> None:
    data = make_one()
    assert problem(data[: int(len(data) * share)]) == Problem.TRUNCATED


def test_file_over_25_megabytes_is_refused() -> None:
    assert problem(make.jpeg() + bytes(26 * 1024 * 1024)) == Problem.TOO_BIG


def test_bomb_is_refused_before_decoding(monkeypatch) -> None:
    monkeypatch.setattr(Image.Image, "load", lambda self: pytest.fail("decoded"))
    assert problem(make.bomb_png()) == Problem.TOO_MANY_PIXELS
    assert problem(make.bomb_png(8000, 6251)) == Problem.TOO_MANY_PIXELS


def test_exactly_50_megapixels_pass() -> None:
    assert inspect(make.bomb_png(8000, 6250)).width == 8000


def test_jpeg_with_thousands_of_scans_is_refused() -> None:
    scan = make.segment(0xDA, b"\x01\x01\0\0\x3f\0")
    assert problem(make.jpeg()[:-2] + scan * 100 + b"\xff\xd9") == Problem.TRUNCATED


def test_damage_inside_is_met_when_decoding() -> None:
    data = bytearray(make.loaded_png())
    at = data.index(b"IDAT") + 4
    data[at : at + 40] = bytes(40)
    with pytest.raises(BadPicture):
        images.variants(BytesIO(bytes(data)))


@pytest.mark.parametrize("number", range(1, 9))
def test_every_orientation_comes_out_upright(number: int) -> None:
    made = variants(make.in_orientation(number))
    assert list(made) == [800, 640, 320]
    for width, image in made.items():
        assert make.corners(image) == make.UPRIGHT
        assert image.size == (width, width * 3 // 4)


def test_portrait_photo_is_measured_upright() -> None:
    made = variants(make.phone_photo())
    assert [image.size for image in made.values()] == [(1200, 1600), (640, 853), (320, 427)]


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((3000, 2000), [(1280, 853), (640, 426), (320, 213)]),
        ((1280, 720), [(1280, 720), (640, 360), (320, 180)]),
        ((500, 300), [(500, 300), (320, 192)]),
        ((200, 100), [(200, 100)]),
        ((1, 1), [(1, 1)]),
        ((3000, 1), [(1280, 1), (640, 1), (320, 1)]),
        ((100, 9000), [(28, 2520)]),
        ((1, 16_383), [(1, 2560)]),
    ],
)
def test_variants_never_grow_and_keep_the_shape(size, expected) -> None:
    assert [image.size for image in variants(make.jpeg(make.upright(*size))).values()] == expected


def test_same_bytes_give_the_same_bytes() -> None:
    data = make.loaded_jpeg()
    assert images.variants(BytesIO(data)) == images.variants(BytesIO(data))


@pytest.mark.parametrize(
    "data",
    [make.loaded_jpeg(), make.loaded_png(), make.loaded_png("P"), make.loaded_webp(), make.heic(), make.phone_photo()],
    ids=["jpeg", "png", "palette", "webp", "heic", "phone"],
)
def test_nothing_but_pixels_is_left(data: bytes) -> None:
    assert make.CANARY.encode() in data  # the canary is really in there
    for each in images.variants(BytesIO(data)).values():
        image = Image.open(BytesIO(each))
        assert not image.getexif()
        assert set(image.info) <= {"loop", "background"}
        assert image.format == "WEBP"
        assert each[12:16] == b"VP8 "  # the simple form of WebP, which has no room for anything else
        assert len(each) == int.from_bytes(each[4:8], "little") + 8
        for trace in (make.CANARY.encode(), make.CANARY.encode("utf-16-le"), b"Exif", b"ICCP", b"http", b"GPS"):
            assert trace not in each


def test_transparent_parts_become_white() -> None:
    clear = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    for mode in ("RGBA", "LA", "P"):
        out = BytesIO()
        clear.convert(mode).save(out, "PNG", **({"transparency": 0} if mode == "P" else {}))
        assert make.corners(variants(out.getvalue())[400]) == ["white"] * 4


@pytest.mark.parametrize("mode", ["L", "1", "CMYK", "I;16"])
def test_rare_modes_keep_their_light(mode: str) -> None:
    image = Image.new("L", (400, 400), 255)
    image.paste(0, (200, 0, 400, 400))
    out = BytesIO()
    if mode == "I;16":
        image = image.convert("I").point(lambda value: value * 257).convert("I;16")
        image.save(out, "PNG")
    else:
        image.convert(mode).save(out, "JPEG" if mode == "CMYK" else "PNG")
    assert make.corners(variants(out.getvalue())[400]) == ["white", "black", "white", "black"]


def test_colours_follow_the_profile() -> None:
    """A profile that swaps red and blue: its numbers must be translated, not just shown."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    for at in range(132, 132 + 12 * int.from_bytes(profile[128:132]), 12):
        name = bytes(profile[at : at + 4])
        if name in (b"rXYZ", b"bXYZ"):
            profile[at : at + 4] = b"bXYZ" if name == b"rXYZ" else b"rXYZ"
    data = make.jpeg(icc_profile=bytes(profile), subsampling=0, quality=95)
    assert make.corners(variants(data)[800])[0] == "blue"


def test_damaged_profile_and_exif_do_not_refuse_the_picture() -> None:
    data = make.jpeg(icc_profile=b"no profile at all" * 9, exif=b"Exif\0\0MM\0*\xff\xff\xff\xff garbage")
    assert make.corners(variants(data)[800]) == make.UPRIGHT


def test_first_frame_of_an_animation_is_taken() -> None:
    second = Image.new("RGB", (800, 600), "black")
    for kind in ("PNG", "WEBP"):
        out = BytesIO()
        make.upright().save(out, kind, save_all=True, append_images=[second], duration=100)
        assert make.corners(variants(out.getvalue())[800]) == make.UPRIGHT


def test_turning_by_hand_is_a_quarter_clockwise() -> None:
    made = images.variants(BytesIO(make.jpeg()))
    turned = images.turned(made[800])
    assert list(turned) == [600, 320]
    assert make.corners(Image.open(BytesIO(turned[600]))) == ["blue", "red", "yellow", "green"]
