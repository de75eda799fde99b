"""The firms of the demonstration. All are made up; mail domains end in .example (RFC 2606)."""

from typing import NamedTuple


class Firm(NamedTuple):
    key: str  # also the name of its mail domain
    name: str
    postcode: str
    founded: int
    occupations: str  # whom it employs, slugs
    boss: str
    role: str
    checked: str = "register"  # kind of proof the desk recorded; "" = not checked, "domain-mail" = mailbox only
    parent: str = ""
    works_council: bool = False
    facts_only: bool = False


FIRMS = [
    Firm("brandt-elektro", "Elektro Brandt", "90762", 1987,
         "elektroniker-energie-gebaeudetechnik elektrohelfer solarmonteur",
         "Monika Brandt", "Elektromeisterin und Inhaberin"),
    Firm("talheim-werke", "Stadtwerke Talheim", "90441", 1952,
         "elektroniker-betriebstechnik elektroniker-energie-gebaeudetechnik anlagenmechaniker-shk mechatroniker wasserversorgung",
         "Dirk Albers", "Werkstattleiter", "call-back", works_council=True),
    Firm("regnitz-pflege", "Pflegehaus an der Regnitz", "91052", 1998,
         "pflegefachkraft altenpfleger pflegehelfer betreuungskraft hauswirtschafter",
         "Sabine Vogel", "Pflegedienstleiterin", "visit", works_council=True),
    Firm("regnitz-mobil", "Regnitz Mobil, ambulante Pflege", "91054", 2009,
         "ambulante-pflegefachkraft pflegehelfer alltagsbegleiter",
         "Thomas Ebert", "Leiter der Tour Erlangen", "visit", "regnitz-pflege"),
    Firm("regnitz-zirndorf", "Tagespflege Regnitz Zirndorf", "90513", 2015,
         "betreuungskraft pflegehelfer pflegefachkraft",
         "Ines Krämer", "Leiterin", "visit", "regnitz-pflege"),
    Firm("kehr-haustechnik", "Sommer & Kehr Gebäudetechnik", "90513", 2004,
         "anlagenmechaniker-shk kundendiensttechniker elektroniker-energie-gebaeudetechnik bauklempner",
         "Ralf Sommer", "Bauleiter"),
    Firm("lindner-dach", "Lindner Dach und Holz", "91074", 1979,
         "dachdecker zimmerer bauklempner geruestbauer",
         "Georg Lindner", "Zimmerermeister", "register"),
    Firm("farbwerk", "Farbwerk Yılmaz", "90443", 2011,
         "maler-lackierer stuckateur trockenbauer malerhelfer",
         "Emine Yılmaz", "Malermeisterin"),
    Firm("steinhuber", "Steinhuber Tiefbau", "91126", 1964,
         "strassenbauer kanalbauer baumaschinenfuehrer tiefbauhelfer",
         "Franz Steinhuber", "Polier", "register", works_council=True),
    Firm("frankenlager", "Frankenlager Logistik", "90451", 1995,
         "fachkraft-lagerlogistik staplerfahrer kommissionierer lagerhelfer berufskraftfahrer",
         "Nadine Böhm", "Schichtleiterin", "register", works_council=True, facts_only=True),
    Firm("frankenlager-nord", "Frankenlager Logistik, Halle Forchheim", "91301", 2018,
         "fachlagerist staplerfahrer kommissionierer",
         "Piotr Nowak", "Hallenleiter", "register", "frankenlager"),
    Firm("klinik-sebald", "Klinik St. Sebald", "90419", 1901,
         "pflegefachkraft fachpfleger-intensiv ota medizinische-fachangestellte physiotherapeut",
         "Dr. Heike Zeller", "Pflegedirektorin", "call-back", works_council=True),
    Firm("backhaus-huber", "Backhaus Huber", "90765", 1931,
         "baecker konditor fachverkaeufer-baeckerei auslieferungsfahrer",
         "Josef Huber", "Bäckermeister"),
    Firm("metall-roth", "Metallbau Roth", "91154", 1972,
         "metallbauer schweisser zerspanungsmechaniker industriemechaniker",
         "Werner Roth", "Metallbaumeister"),
    Firm("gruenwerk", "Grünwerk Pegnitztal", "91207", 2006,
         "landschaftsgaertner gartenhelfer gaertnermeister",
         "Katrin Seidel", "Gärtnermeisterin"),
    Firm("autohof-kern", "Autohof Kern", "90522", 1990,
         "kfz-mechatroniker fahrzeuglackierer karosseriebauer",
         "Michael Kern", "Kfz-Meister", "domain-mail"),
    Firm("rein-noris", "Rein Noris Gebäudedienste", "90408", 2001,
         "gebaeudereiniger reinigungskraft glasreiniger objektleiter-reinigung hausmeister",
         "Aleksandra Kovačević", "Objektleiterin", ""),
    Firm("markt-am-tor", "Markt am Tor", "91058", 2013,
         "verkaeufer kaufleute-einzelhandel kassierer",
         "Jürgen Pfister", "Marktleiter", ""),
    Firm("lebenshof", "Lebenshof Cadolzburg", "90556", 1984,
         "heilerziehungspfleger erzieher arbeitserzieher hauswirtschafter",
         "Petra Lang", "Wohnbereichsleiterin", "visit"),
    Firm("holz-winkler", "Tischlerei Winkler", "91052", 1968,
         "tischler tischlermeister bodenleger",
         "Anton Winkler", "Tischlermeister", "domain-mail"),
]  # fmt: skip

# Firms that are not here, some not anywhere any more: name and town. They leave dashed rings.
CLOSED_FIRMS = [
    ("Nordstern Betriebe", "91522"),
    ("Wagner & Söhne (aufgelöst)", "90402"),
    ("Haus Abendrot", "90766"),
    ("Gebrüder Thaler", "91438"),
    ("Mainfranken Service", "97070"),
    ("Meisterbetrieb Oswald", "92318"),
    ("Firma Sönmez", "90461"),
]
