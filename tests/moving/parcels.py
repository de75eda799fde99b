"""Files as a browser would send them."""

import io
import zipfile

import pytest

from network.moving.reading import parcels
from network.moving.reading.found import Found, Unreadable

POSITIONS = (
    "Company Name,Title,Description,Location,Started On,Finished On\r\n"
    '"Elektro ""Brandt"", Söhne",Elektroniker,"Was ich tat,\r\nüber zwei Zeilen","Nuremberg, Bavaria, Germany",Jan 2019,\r\n'
    "Alt GmbH,Helfer,,,Mär 2015,2018\r\n"
)


def read(*files: tuple[str, bytes]) -> Found:
    return parcels.read([(name, io.BytesIO(data)) for name, data in files])


def zipped(files: dict[str, bytes | str], **how) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, **how) as box:
        for name, data in files.items():
            box.writestr(name, data)
    return out.getvalue()


def problem(*files: tuple[str, bytes]) -> str:
    with pytest.raises(Unreadable) as refused:
        read(*files)
    return refused.value.problem.value


def of(found: Found, kind: str) -> list[dict]:
    return [item.data for item in found.items if item.kind == kind]
