"""Reads the data files and checks them. Nothing here touches the database."""

import tomllib
from pathlib import Path
from typing import Any

from network.occupations.faults import problems
from network.occupations.matching import key_of
from network.occupations.models import Field, Occupation, QualificationKind, Statement
from network.occupations.records import Catalogue

DATA = Path(__file__).parent / "data"


class CatalogueError(Exception):
    """The data files are wrong. `problems` says what, one line each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


def read(folder: Path = DATA) -> Catalogue:
    """The catalogue as the files say. Raises CatalogueError with every problem found."""
    try:
        made = _build(folder)
    except KeyError as missing:
        raise CatalogueError([f"an entry lacks {missing}"]) from missing
    except tomllib.TOMLDecodeError as broken:
        raise CatalogueError([f"a file is not TOML: {broken}"]) from broken
    if wrong := list(problems(made)):
        raise CatalogueError(wrong)
    return made


def _load(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def _names(entry: dict[str, Any]) -> dict[str, str]:
    return {"de": entry["de"], "en": entry["en"]}


def _build(folder: Path) -> Catalogue:
    made = Catalogue()
    for order, (slug, entry) in enumerate(_load(folder / "fields.toml").items(), 1):
        made.fields.append(Field(slug=slug, names=_names(entry), care=entry.get("care", False), order=order))
        for name, occupation in _load(folder / "occupations" / f"{slug}.toml").items():
            _add_occupation(made, slug, name, occupation)
    for slug, entry in _load(folder / "qualifications.toml").items():
        made.kinds.append(_kind(slug, entry))
    for path in sorted((folder / "statements").glob("*.toml")):
        for aspect, sentences in _load(path).items():
            made.statements += [_statement(aspect, code, entry) for code, entry in sentences.items()]
    return made


def _add_occupation(made: Catalogue, field_slug: str, slug: str, entry: dict[str, Any]) -> None:
    if slug in made.words:
        raise CatalogueError([f"{slug}: is in two files"])
    group = entry.get("group", slug)
    level = int(entry["kldb"][-1:] or 0)
    made.occupations.append(
        Occupation(
            slug=slug,
            kldb=entry["kldb"],
            level=level,
            group=group,
            names=_names(entry),
            pieces=entry.get("pieces", False),
            current=True,
        )
    )
    made.field_of[slug] = field_slug
    by_key: dict[str, str] = {}
    for text in (*_names(entry).values(), *entry.get("forms", []), *entry["words"]):
        by_key.setdefault(key_of(text), text)
    made.words[slug] = list(by_key.values())


def _statement(aspect: str, code: str, entry: dict[str, Any]) -> Statement:
    return Statement(
        code=f"{aspect}.{code}",
        aspect=aspect,
        fits=entry["fits"],
        names=_names(entry),
        speaker=entry.get("speaker", "boss"),
        retired=entry.get("retired", False),
    )


def _kind(slug: str, entry: dict[str, Any]) -> QualificationKind:
    return QualificationKind(
        slug=slug,
        bit=entry["bit"],
        names=_names(entry),
        rule=entry["rule"],
        amount=entry.get("amount"),
        duty_months=entry.get("duty_months", 12 if entry["rule"] == "yearly-duty" else None),
        old_before=entry.get("old_before"),
        old_until=entry.get("old_until"),
        bound_to_firm=entry.get("bound_to_firm", False),
        note=_names(entry["note"]),
        source=entry["source"],
        aliases=entry["words"],
        current=True,
    )
