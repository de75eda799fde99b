import shutil

import pytest
from django.core.management import CommandError, call_command

from network.occupations import actions, catalogue, lookup
from network.occupations.models import Field, Occupation, QualificationKind, Statement, Term

SPEAKS = '[craft.site-swept]\nspeaker = "customer"'


def _rows() -> list[list[tuple[object, ...]]]:
    return [
        list(model.objects.order_by("pk").values_list())
        for model in (Field, Occupation, Term, QualificationKind, Statement)
    ]


@pytest.fixture
def files(tmp_path):
    """A copy of the data files that a test may change."""
    return shutil.copytree(catalogue.DATA, tmp_path / "data")


def _change(path, old, new) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def _cut(path, heading) -> None:
    """Take one entry out of a file."""
    entries = path.read_text().split("\n\n")
    kept = [entry for entry in entries if not entry.lstrip().startswith(f"[{heading}]")]
    assert len(kept) == len(entries) - 1
    path.write_text("\n\n".join(kept))


def test_sync_fills_an_empty_database(db):
    done = actions.sync()
    assert (Field.objects.count(), Occupation.objects.count()) == (12, done.occupations)
    assert Term.objects.count() == done.words
    assert Term.objects.filter(occupation__slug="pflegefachkraft", key="krankenschwester").exists()
    assert not done.retired


def test_sync_again_changes_nothing(catalogue):
    before = _rows()
    assert actions.sync() == catalogue
    assert _rows() == before


def test_sync_asks_few_questions(catalogue, django_assert_max_num_queries):
    with django_assert_max_num_queries(30):
        actions.sync()


def test_sync_retires_what_is_gone_and_takes_it_back(catalogue, files):
    _cut(files / "occupations" / "garten.toml", "winzer")
    _cut(files / "qualifications.toml", "sivv")
    _cut(files / "statements" / "several-fields.toml", "craft.tools-cared")
    for file in (files / "statements").glob("*.toml"):
        file.write_text(file.read_text().replace('"winzer"', '"forstwirt"'))
    assert actions.sync(files).retired == 3
    winzer = Occupation.objects.get(slug="winzer")
    assert not winzer.current
    assert not winzer.terms.exists()
    assert not QualificationKind.objects.get(slug="sivv").current
    assert Statement.objects.get(code="craft.tools-cared").retired
    assert lookup.find("Winzer") == []
    assert actions.sync(files).retired == 0
    actions.sync()
    assert Occupation.objects.get(slug="winzer").current
    assert not Statement.objects.get(code="craft.tools-cared").retired
    assert [each.slug for each in lookup.find("Winzer")] == ["winzer"]


def test_sync_moves_words_and_names(catalogue, files):
    pk = Occupation.objects.get(slug="maurer").pk
    _change(files / "occupations" / "bau.toml", '"Mauerer"', '"Ziegelkünstler"')
    _change(files / "occupations" / "bau.toml", '"Bricklayer"', '"Brickie"')
    actions.sync(files)
    maurer = Occupation.objects.get(slug="maurer")
    assert (maurer.pk, maurer.names["en"]) == (pk, "Brickie")
    keys = set(maurer.terms.values_list("key", flat=True))
    assert "ziegelkuenstler" in keys
    assert "mauerer" not in keys
    assert lookup.find("Ziegelkünstler") == [maurer]


@pytest.mark.parametrize(
    ("old", "new"),
    [("Leaves the site swept.", "Leaves the site tidy."), ("besenrein", "aufgeräumt"), ("[craft.site-swept]", SPEAKS)],
)
def test_sync_refuses_a_changed_sentence_and_writes_nothing(catalogue, files, old, new):
    """Law 6: references hold codes, and say tomorrow what they say today."""
    before = _rows()
    _change(files / "statements" / "several-fields.toml", old, new)
    with pytest.raises(actions.CatalogueError, match=r"craft\.site-swept: its sentence is"):
        actions.sync(files)
    assert _rows() == before


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("bit = 56", "bit = 62", "validierung: its bit is 56"),
        ("[validierung]", "[valikom]", "valikom: bit 56 belongs to validierung"),
    ],
)
def test_sync_refuses_a_moved_bit_and_writes_nothing(catalogue, files, old, new, says):
    before = _rows()
    _change(files / "qualifications.toml", old, new)
    with pytest.raises(catalogue_error(), match=says):
        actions.sync(files)
    assert _rows() == before


def catalogue_error() -> type[Exception]:
    return catalogue.CatalogueError


def test_load_catalogue_says_what_is_there(db, capsys):
    call_command("load_catalogue")
    assert "12 fields" in capsys.readouterr().out


def test_load_catalogue_says_what_is_wrong(db, files, monkeypatch):
    _change(files / "occupations" / "bau.toml", '"32122"', '"3212"')
    monkeypatch.setattr(actions.sync, "__defaults__", (files,))
    with pytest.raises(CommandError, match="maurer: KldB"):
        call_command("load_catalogue")
    assert not Occupation.objects.exists()
