"""Files of other services: what is understood, and what is said of the rest."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from network.moving.reading.dates import month
from network.moving.reading.found import Unreadable, lines, one_line, short
from network.moving.reading.levels import language, level
from network.moving.reading.texts import decoded, parsed, table
from tests.moving.parcels import POSITIONS, of, read, zipped

# LinkedIn


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_positions_are_read_in_every_writing(encoding, separator):
    rows = [
        ["Company Name", "Title", "Description", "Location", "Started On", "Finished On"],
        ["Söhne & Co", "Elektroniker", "", "Nürnberg", "Jan 2019", "Feb 2020"],
    ]
    text = "\n".join(separator.join(row) for row in rows)
    (job,) = of(read(("Positions.csv", text.encode(encoding))), "station")
    assert (job["firm"], job["where"], job["start"], job["end"]) == (
        "Söhne & Co",
        "Nürnberg",
        "2019-01-01",
        "2020-02-01",
    )


def test_positions_with_quotes_line_ends_and_german_months():
    first, second = of(read(("Positions.csv", POSITIONS.encode())), "station")
    assert first["firm"] == 'Elektro "Brandt", Söhne'
    assert (first["start"], first["end"], first["end_about"]) == ("2019-01-01", None, False)
    assert (second["start"], second["end"][:4], second["end_about"]) == ("2015-03-01", "2018", True)


def test_linkedin_archive_in_a_folder_with_much_beside_it():
    found = read(
        (
            "export.zip",
            zipped(
                {
                    "Basic_LinkedInDataExport/Positions.csv": POSITIONS,
                    "Basic_LinkedInDataExport/Profile.csv": "First Name,Last Name,Birth Date,Headline,Summary,Zip Code\n"
                    f'Anna,Gärtner,"Mar 4, 1990",Elektronikerin,{"lang " * 100},90762\n',
                    "Languages.csv": "Name,Proficiency\nArabisch,Native or bilingual proficiency\nKlingonisch,x\n",
                    "Certifications.csv": "Name,Url,Authority,Started On,Finished On,License Number\n"
                    "Staplerschein,https://x.example,DEKRA,May 2020,May 2025,S-17\n",
                    "messages.csv": "FROM,TO\nsecret,secret\n",
                }
            ),
        )
    )
    assert of(found, "name")[0]["text"] == "Anna Gärtner"
    assert len(of(found, "about")[0]["text"]) <= 300
    assert next(item for item in found.items if item.kind == "about").notes == ["shortened"]
    assert of(found, "language") == [{"slug": "ar", "level": "c2"}]
    (paper,) = of(found, "paper")
    assert (paper["number"], paper["issued"], paper["until"]) == ("S-17", "2020-05-01", "2025-05-31")
    left = dict(found.left)
    assert left["Birth Date (Profile.csv)"] == "never"
    assert left["messages.csv"] == "other-file"
    assert left["Klingonisch"] == "unknown-language"
    assert "secret" not in json.dumps(found.plain())
    assert "1990" not in json.dumps(found.plain())


def test_unknown_column_is_named():
    text = "Company Name,Title,Started On,Favourite Colour\nA,B,Jan 2019,red\n"
    assert ("Favourite Colour (Positions.csv)", "unknown-column") in read(("Positions.csv", text.encode())).left


def test_renamed_table_is_known_by_its_heads():
    assert of(read(("liste (3).csv", POSITIONS.encode())), "station")


def test_rows_without_a_month_are_named():
    text = "Company Name,Title,Started On,Finished On\nA,B,,\nC,D,Jan 2019,irgendwann\n"
    with pytest.raises(Unreadable):
        read(("Positions.csv", text.encode()))
    found = read(("Positions.csv", (text + "E,F,Jan 2020,\n").encode()))
    assert found.left[:2] == [("A, B", "no-begin"), ("C, D", "no-end")]


def test_table_of_ten_megabytes_is_read():
    line = "Firma,Beruf,,Ort,Jan 2019,Feb 2020\n"
    text = "Company Name,Title,Description,Location,Started On,Finished On\n" + line * (9_900_000 // len(line))
    found = read(("Positions.csv", text.encode()))
    assert len(of(found, "station")) == 40
    assert ("Firma, Beruf", "too-many") in found.left


# JSON Resume


def test_resume_is_read():
    resume = {
        "basics": {"name": "Anna", "label": "Elektronikerin", "summary": "x " * 400, "location": {"city": "Fürth"}},
        "work": [
            {"name": "Brandt", "position": "Elektronikerin", "startDate": "2019-01", "summary": "lang"},
            {"company": "Alt", "position": "Helferin", "startDate": "2015", "endDate": "2018-12-31"},
        ],
        "languages": [{"language": "German", "fluency": "B2: gets by well at work"}],
        "certificates": [{"name": "Staplerschein", "date": "2020-05-01", "issuer": "DEKRA"}],
        "interests": [{"name": "Schach"}],
        "x-more": 1,
    }
    found = read(("resume.json", json.dumps(resume).encode()))
    assert [job["firm"] for job in of(found, "station")] == ["Brandt", "Alt"]
    assert of(found, "station")[1]["start_about"] is True
    assert of(found, "language") == [{"slug": "de", "level": "b2"}]
    assert {("Schach", "no-place"), ("x-more", "unknown-section")} <= set(found.left)


@pytest.mark.parametrize(
    "resume",
    [
        {"basics": [], "work": "x"},
        {"basics": {"name": {"a": 1}, "location": 3}, "work": [1, None, {"startDate": {}}], "languages": {}},
        {"basics": {"name": "\ud800\udfff\ud800", "summary": 10**30, "label": True}},
        {"work": [{"name": "x" * 5000, "position": "y" * 5000, "startDate": "2019-13"}]},
    ],
)
def test_resume_of_odd_shapes_does_no_harm(resume):
    try:
        found = read(("resume.json", json.dumps(resume).encode()))
    except Unreadable:
        return
    json.dumps(found.plain()).encode()


# Words and months


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Jan 2019", (date(2019, 1, 1), False)),
        ("January 2019", (date(2019, 1, 1), False)),
        ("März 2019", (date(2019, 3, 1), False)),
        ("Mär. 2019", (date(2019, 3, 1), False)),
        ("Okt 2019", (date(2019, 10, 1), False)),
        ("Mar 4, 2019", (date(2019, 3, 1), False)),
        ("2019-05", (date(2019, 5, 1), False)),
        ("2019-05-17T10:00:00Z", (date(2019, 5, 1), False)),
        ("05/2019", (date(2019, 5, 1), False)),
        ("17.05.2019", (date(2019, 5, 1), False)),
        ("2019", (date(2019, 7, 1), True)),
        ("", None), ("irgendwann", None), ("2019-13", None), ("Foo 2019", None), ("0000", None), ("99999", None), (None, None),
        (2019, (date(2019, 7, 1), True)),
    ],
)  # fmt: skip
def test_months_in_many_writings(text, said):
    assert month(text) == said


@given(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.sampled_from(["%b %Y", "%B %Y", "%Y-%m", "%m/%Y", "%d.%m.%Y", "%Y-%m-%d"]),
)
def test_month_reads_what_was_written(day, form):
    found = month(day.strftime(form))
    assert found is not None
    assert found.day == day.replace(day=1)


@given(st.text())
def test_month_of_any_text_is_one_or_none(text):
    found = month(text)
    assert found is None or found.day.day == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Native or bilingual proficiency", "c2"), ("Full professional proficiency", "c1"), ("Professional working proficiency", "b2"),
        ("Limited working proficiency", "b1"), ("Elementary proficiency", "a2"), ("Muttersprache", "c2"), ("B2", "b2"),
        ("C1: spricht fließend", "c1"), ("", ""), ("x", ""),
    ],
)  # fmt: skip
def test_levels_of_other_services(text, said):
    assert level(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("German", "de"),
        ("Deutsch", "de"),
        ("Kroatisch", "bs"),
        ("Farsi", ""),
        ("Persian", "fa"),
        ("de-DE", "de"),
        ("Arabic (Levant)", "ar"),
        ("", ""),
    ],
)
def test_languages_by_name_or_code(text, said):
    assert language(text) == said


@given(st.text(st.characters(), max_size=200))
def test_texts_can_be_stored(text):
    for clean in (one_line(text), lines(text)):
        clean.encode("utf-8")
        assert "\0" not in clean
    assert "\n" not in one_line(text)


@given(st.text(max_size=60), st.integers(2, 30))
def test_short_is_short(text, most):
    cut, notes = short(text, most)
    assert len(cut) <= most
    assert (cut == text) == (notes == [])


@given(st.text(max_size=100))
def test_text_survives_its_bytes(text):
    assert decoded(text.encode("utf-8-sig")) == text


def test_broken_numbers_do_not_stop_the_reading():
    with pytest.raises(Unreadable):
        parsed(b'{"a": 1e999999999, "b": -Infinity}')


def test_heads_may_stand_below_a_preface():
    heads, rows = table(b"Notes:\n\nName,Proficiency\nEnglish,B2\n", frozenset({"name", "proficiency"}))
    assert heads == ["Name", "Proficiency"]
    assert rows == [{"Name": "English", "Proficiency": "B2"}]
