"""Words that shut people out, by a table: what is refused, what is only said, and what merely looks like it."""

import pytest

from network.contacts.agg import lint
from network.contacts.models import Offer
from tests.contacts.conftest import POSTED

REFUSED = [
    "Wir suchen junge Mitarbeiter",
    "Junge, engagierte Kollegin",
    "junger Mann für das Lager",
    "jungen Kolleginnen und Kollegen",
    "jung und dynamisch",
    "Digital Native gesucht",
    "nicht älter als 40",
    "bis 35 Jahre alt",
    "zwischen 20 und 35 Jahre alt",
    "Alter: bis 30",
    "25 bis 40 Jahre alt",
    "nur Männer",
    "nur Frauen bewerben sich",
    "männliche Fachkraft",
    "Dame gesucht",
    "Muttersprachler",
    "Deutsch-Muttersprachlerin",
    "muttersprachliches Deutsch",
    "Deutsch auf Muttersprachniveau",
    "Deutsch als Muttersprache",
    "native speaker",
    "akzentfreies Deutsch",
    "nur Deutsche",
    "keine Ausländer",
    "ohne Kopftuch",
    "kerngesund",
    "ohne Behinderung",
]
DOUBTFUL = [
    "ein junges Team",
    "dynamisches Team",
    "für Berufsanfänger",
    "Krankenschwester für die Nacht",
    "deutsche Staatsangehörigkeit",
    "körperlich belastbar",
    "voll belastbar",
]
HARMLESS = [
    "Tierpflege für junge Hunde",
    "Arbeit mit jungen Menschen",
    "junge Familien beraten",
    "ein junges Unternehmen",
    "Jungpflanzen topfen",
    "Jugendhilfe",
    "Stapler von Jungheinrich",
    "Verjüngung von Hecken",
    "dynamische Lasten an Kränen",
    "Dynamik",
    "Elektroniker (m/w/d)",
    "Pflege auf der Frauenstation",
    "Garantie bis 30 Jahre",
    "seit 35 Jahren in Fürth",
    "3 bis 5 Jahre Erfahrung",
    "Deutsche Bahn",
    "gutes Deutsch (B2)",
    "Ihre Muttersprache spielt keine Rolle",
    "Hilfe für Menschen mit Behinderung",
    "ab 18 Jahren",
    "Pflegefachkraft in Fürth, nachts, ab März",
    "",
]


@pytest.mark.parametrize("text", REFUSED)
def test_clear_case_is_refused(text):
    assert [each.clear for each in lint(text)][:1] == [True], lint(text)


@pytest.mark.parametrize("text", DOUBTFUL)
def test_doubtful_word_is_only_said(text):
    assert [each.clear for each in lint(text)] == [False], lint(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_what_merely_looks_like_it_is_nothing(text):
    assert lint(text) == []


def test_each_finding_has_word_reason_and_proposal_in_the_order_of_the_text():
    found = lint("Dynamisches Team sucht Muttersprachler. Muttersprachler!")
    assert [each.word for each in found] == ["Dynamisches", "Muttersprachler"]
    assert all("AGG" in each.reason and each.proposal.endswith(".") for each in found)


def test_offer_names_the_word_at_the_field_and_is_not_sent(client, rita, anna, nuernberg):
    client.cookies["django_language"] = "en"
    client.force_login(rita)
    way = f"/p/{anna.profile.handle}/offer/"
    page = client.post(way, {**POSTED, "text": "Nur Muttersprachler", "keep_words": "on"}).content.decode()
    assert "“Muttersprachler”: An advert may not choose by origin (§ 11 AGG)." in page
    assert "I have read the hint" not in page
    client.post(f"{way}check/")
    assert not Offer.objects.exists()


def test_doubtful_word_of_an_offer_can_be_kept(client, rita, anna, nuernberg):
    client.cookies["django_language"] = "en"
    client.force_login(rita)
    way = f"/p/{anna.profile.handle}/offer/"
    assert "keep_words" not in client.get(way).content.decode()
    doubted = {**POSTED, "text": "Wir sind ein junges Team"}
    page = client.post(way, doubted).content.decode()
    assert "Many read this as" in page
    assert 'name="keep_words"' in page
    assert client.post(way, {**doubted, "keep_words": "on"}).url == f"{way}check/"
    client.post(f"{way}check/")
    assert Offer.objects.get().text == "Wir sind ein junges Team"
