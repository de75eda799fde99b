"""Who lives in the demonstration. Everybody and every firm here is made up; mail domains end in .example (RFC 2606)."""

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


FIRMS = [
    Firm(
        "brandt-elektro",
        "Elektro Brandt",
        "90762",
        1987,
        "elektroniker-energie-gebaeudetechnik elektrohelfer solarmonteur",
        "Monika Brandt",
        "Elektromeisterin und Inhaberin",
    ),
    Firm(
        "talheim-werke",
        "Stadtwerke Talheim",
        "90441",
        1952,
        "elektroniker-betriebstechnik elektroniker-energie-gebaeudetechnik anlagenmechaniker-shk mechatroniker wasserversorgung",
        "Dirk Albers",
        "Werkstattleiter",
        "call-back",
        works_council=True,
    ),
    Firm(
        "regnitz-pflege",
        "Pflegehaus an der Regnitz",
        "91052",
        1998,
        "pflegefachkraft altenpfleger pflegehelfer betreuungskraft hauswirtschafter",
        "Sabine Vogel",
        "Pflegedienstleiterin",
        "visit",
        works_council=True,
    ),
    Firm(
        "regnitz-mobil",
        "Regnitz Mobil, ambulante Pflege",
        "91054",
        2009,
        "ambulante-pflegefachkraft pflegehelfer alltagsbegleiter",
        "Thomas Ebert",
        "Leiter der Tour Erlangen",
        "visit",
        "regnitz-pflege",
    ),
    Firm(
        "regnitz-zirndorf",
        "Tagespflege Regnitz Zirndorf",
        "90513",
        2015,
        "betreuungskraft pflegehelfer pflegefachkraft",
        "Ines Krämer",
        "Leiterin",
        "visit",
        "regnitz-pflege",
    ),
    Firm(
        "kehr-haustechnik",
        "Sommer & Kehr Gebäudetechnik",
        "90513",
        2004,
        "anlagenmechaniker-shk kundendiensttechniker elektroniker-energie-gebaeudetechnik bauklempner",
        "Ralf Sommer",
        "Bauleiter",
    ),
    Firm(
        "lindner-dach",
        "Lindner Dach und Holz",
        "91074",
        1979,
        "dachdecker zimmerer bauklempner geruestbauer",
        "Georg Lindner",
        "Zimmerermeister",
        "register",
    ),
    Firm(
        "farbwerk",
        "Farbwerk Yılmaz",
        "90443",
        2011,
        "maler-lackierer stuckateur trockenbauer malerhelfer",
        "Emine Yılmaz",
        "Malermeisterin",
    ),
    Firm(
        "steinhuber",
        "Steinhuber Tiefbau",
        "91126",
        1964,
        "strassenbauer kanalbauer baumaschinenfuehrer tiefbauhelfer",
        "Franz Steinhuber",
        "Polier",
        "register",
        works_council=True,
    ),
    Firm(
        "frankenlager",
        "Frankenlager Logistik",
        "90451",
        1995,
        "fachkraft-lagerlogistik staplerfahrer kommissionierer lagerhelfer berufskraftfahrer",
        "Nadine Böhm",
        "Schichtleiterin",
        "register",
        works_council=True,
    ),
    Firm(
        "frankenlager-nord",
        "Frankenlager Logistik, Halle Forchheim",
        "91301",
        2018,
        "fachlagerist staplerfahrer kommissionierer",
        "Piotr Nowak",
        "Hallenleiter",
        "register",
        "frankenlager",
    ),
    Firm(
        "klinik-sebald",
        "Klinik St. Sebald",
        "90419",
        1901,
        "pflegefachkraft fachpfleger-intensiv ota medizinische-fachangestellte physiotherapeut",
        "Dr. Heike Zeller",
        "Pflegedirektorin",
        "call-back",
        works_council=True,
    ),
    Firm(
        "backhaus-huber",
        "Backhaus Huber",
        "90765",
        1931,
        "baecker konditor fachverkaeufer-baeckerei auslieferungsfahrer",
        "Josef Huber",
        "Bäckermeister",
    ),
    Firm(
        "metall-roth",
        "Metallbau Roth",
        "91154",
        1972,
        "metallbauer schweisser zerspanungsmechaniker industriemechaniker",
        "Werner Roth",
        "Metallbaumeister",
    ),
    Firm(
        "gruenwerk",
        "Grünwerk Pegnitztal",
        "91207",
        2006,
        "landschaftsgaertner gartenhelfer gaertnermeister",
        "Katrin Seidel",
        "Gärtnermeisterin",
    ),
    Firm(
        "autohof-kern",
        "Autohof Kern",
        "90522",
        1990,
        "kfz-mechatroniker fahrzeuglackierer karosseriebauer",
        "Michael Kern",
        "Kfz-Meister",
        "domain-mail",
    ),
    Firm(
        "rein-noris",
        "Rein Noris Gebäudedienste",
        "90408",
        2001,
        "gebaeudereiniger reinigungskraft glasreiniger objektleiter-reinigung hausmeister",
        "Aleksandra Kovačević",
        "Objektleiterin",
        "",
    ),
    Firm(
        "markt-am-tor",
        "Markt am Tor",
        "91058",
        2013,
        "verkaeufer kaufleute-einzelhandel kassierer",
        "Jürgen Pfister",
        "Marktleiter",
        "",
    ),
    Firm(
        "lebenshof",
        "Lebenshof Cadolzburg",
        "90556",
        1984,
        "heilerziehungspfleger erzieher arbeitserzieher hauswirtschafter",
        "Petra Lang",
        "Wohnbereichsleiterin",
        "visit",
    ),
    Firm(
        "holz-winkler",
        "Tischlerei Winkler",
        "91052",
        1968,
        "tischler tischlermeister bodenleger",
        "Anton Winkler",
        "Tischlermeister",
        "domain-mail",
    ),
]

# Name, home postcode. Occupations and employers follow from the firms, in turn; the first ones are written by hand below.
PEOPLE = [
    ("Aylin Kaya", "90762"),
    ("Tobias Reuter", "90763"),
    ("Svetlana Maier", "90513"),
    ("Mehmet Arslan", "91052"),
    ("Jana Böttcher", "91126"),
    ("Katharina von der Heide", "91054"),
    ("Bogdan Ionescu", "90441"),
    ("Fatima El-Amrani", "90429"),
    ("Lukas Zimmermann", "90766"),
    ("Agnieszka Wiśniewska", "91301"),
    ("Stefan Hofmeister", "90765"),
    ("Nguyễn Thị Lan", "90443"),
    ("Christina Beck", "91074"),
    ("Omar Haddad", "90402"),
    ("Maximilian Gruber", "90518"),
    ("Sabrina Engelhardt", "90522"),
    ("Dragan Petrović", "90449"),
    ("Renate Schuster", "90547"),
    ("Ali Rezaei", "91058"),
    ("Franziska Weigand-Oberndorfer", "91207"),
    ("Peter Hartmann", "91154"),
    ("Olena Kovalenko", "90459"),
    ("Matthias Krug", "90556"),
    ("Zeynep Demir", "90768"),
    ("Andreas Fuchs", "90574"),
    ("Marija Horvat", "90471"),
    ("Jonas Lehner", "91056"),
    ("Blerim Krasniqi", "90431"),
    ("Simone Wirth", "90579"),
    ("Daniel Oppel", "90537"),
    ("Ioana Popescu", "90461"),
    ("Markus Dorn", "91126"),
    ("Layla Al-Masri", "90478"),
    ("Heinrich Baumann", "90602"),
    ("Paula Rösch", "91080"),
    ("Tomasz Zieliński", "90427"),
    ("Birgit Strobel", "91088"),
    ("Emre Çelik", "90439"),
    ("Veronika Auer", "91315"),
    ("Kwame Mensah", "90482"),
    ("Lea Stadelmann", "90530"),
    ("Viktor Schmidtke", "91301"),
    ("Hannah Gebhardt", "90762"),
    ("Mirko Jovanović", "90763"),
    ("Amira Ben Salah", "90408"),
    ("Florian Kestler", "91183"),
    ("Ewa Kamińska", "90425"),
    ("Norbert Ziegler", "90559"),
    ("Sina Pohl", "91077"),
    ("Hasan Yıldız", "90453"),
    ("Carolin Meister", "91341"),
    ("Ramón García", "90491"),
    ("Ute Hagen", "90616"),
    ("Philipp Lorenz", "91054"),
    ("Adriana Marin", "90473"),
    ("Sebastian Rauh", "90587"),
    ("Gülcan Öztürk", "90513"),
    ("Martin Eckstein", "91217"),
    ("Yusuf Abdi", "90443"),
    ("Bettina Frank", "90765"),
    ("Radu Stan", "90455"),
    ("Johanna Siebert", "91096"),
    ("Khalid Mansour", "90419"),
    ("Ingrid Leitner", "90571"),
    ("Niko Papadopoulos", "90402"),
    ("Larissa Wolf", "91052"),
    ("Benedikt Hörl", "90552"),
    ("Danuta Mazur", "90475"),
    ("Karim Nasser", "90766"),
    ("Theresa Gumbrecht", "91325"),
    ("Oleksandr Bondar", "90480"),
    ("Miriam Sauer", "91074"),
    ("Timo Brandl", "90592"),
    ("Jasmin Kurz", "90522"),
    ("Ludwig Ammon", "91448"),
    ("Selin Aydın", "90489"),
    ("Konstantin Pabst", "91126"),
    ("Ana Kovač", "90469"),
    ("Manuel Tischner", "90584"),
    ("محمد الأحمد", "90403"),
]

ABOUT = [
    "Altbau mag ich am liebsten. Ich höre erst zu, dann messe ich, dann schraube ich.",
    "Ich arbeite gern im festen Team und zeige Neuen, wie es geht.",
    "Frühschicht liegt mir. Ordnung auch.",
    "Lieber einmal richtig als dreimal schnell.",
    "",
    "Mir ist wichtig, dass die Übergabe stimmt.",
    "",
]

FREE_WORDS = [
    "Bei der Sanierung in der Südstadt lief der Betrieb weiter, weil jeden Abend alles wieder angeschlossen war.",
    "",
    "Hat unsere zwei Azubis vor der Prüfung angeleitet. Beide haben bestanden.",
    "",
    "",
    "Als die Heizung am Sonntag ausfiel, war nach einer Stunde jemand da.",
    "",
]

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

PAPERS = {
    "haustechnik-elektro": ("gesellenbrief", "elektrofachkraft", "arbeiten-unter-spannung", "ersthelfer"),
    "pflege": ("pflegefachkraft", "praxisanleitung", "wundexperte"),
    "betreuung-soziales": ("betreuungskraft", "ersthelfer"),
    "lager-verkehr": ("staplerschein", "ladungssicherung", "ersthelfer"),
    "bau": ("gesellenbrief", "absturzsicherung", "baumaschinenschein"),
    "ausbau": ("gesellenbrief", "absturzsicherung"),
    "metall-maschine": ("gesellenbrief", "schweisser-stahl", "kranschein"),
    "verkauf-lebensmittel": ("infektionsschutz", "lebensmittelhygiene"),
    "garten": ("motorsaegenschein", "pflanzenschutz"),
}
ISSUERS = {
    "gesellenbrief": "Handwerkskammer für Mittelfranken",
    "staplerschein": "Fahrschule Stapelbar",
    "praxisanleitung": "Bildungszentrum am Dutzendteich",
    "schweisser-stahl": "Schweißkurs Franken",
}

DEPUTIES = ["Anke Sauer", "Robert Vogt", "Meryem Aksoy", "Claus Dietl", "Ludmila Frey"]


class Sample(NamedTuple):
    title: str
    asked: str
    did: str
    share: str
    result: str = ""
    pictures: tuple[tuple[str, str, str], ...] = ()  # stage, file, what can be seen


BOARD = Sample(
    "Neuer Verteiler in einem Haus von 1963",
    "Mehr Strom für 6 Wohnungen, das Licht soll an bleiben.",
    "Verteiler getauscht, 34 Stromkreise gemessen und beschriftet.",
    "Planung und Umbau allein, Messung zu zweit.",
    "",
    (
        (
            "before",
            "verteiler-vorher.jpg",
            "Alter Verteiler: Schraubsicherungen aus Keramik, lose und gekreuzte Leitungen, kaum Beschriftung.",
        ),
        (
            "after",
            "verteiler-nachher.jpg",
            "Neuer Verteiler: 3 Reihen Sicherungen, Leitungen gerade geführt, jede Reihe beschriftet.",
        ),
    ),
)
BATH = Sample(
    "Bad in einem Altbau, von der Ziegelwand an",
    "Licht ohne Schatten am Spiegel, Steckdosen an der richtigen Stelle.",
    "Schlitze gefräst, Leitungen und Dosen gesetzt, Spiegel und Licht angeschlossen.",
    "Alles außer den Fliesen.",
    "",
    (
        ("before", "bad-vorher.jpg", "Rohe Ziegelwand mit gefrästen Schlitzen, Leerrohren und offenen Dosen."),
        (
            "after",
            "bad-nachher.jpg",
            "Fertig gefliestes Bad mit Spiegel, Licht von beiden Seiten und Steckdose neben dem Becken.",
        ),
    ),
)
NIGHT = Sample(
    "Eine Nacht, in der jemand nicht schlafen konnte",
    "Eine Person lief nachts über den Flur und wollte nach Hause.",
    "Ich bin ein Stück mitgegangen, habe zugehört und Tee gemacht. Dann haben wir zusammen aus dem Fenster gesehen.",
    "Ich war allein auf dem Wohnbereich.",
    "Nach einer halben Stunde ging die Person selbst ins Bett. Bei der Übergabe habe ich aufgeschrieben, was geholfen hat.",
)
MEAL = Sample(
    "Wieder selbst essen",
    "Nach einer Krankheit aß eine Person nur noch, wenn jemand das Essen reichte.",
    "Ich habe den Löffel gewechselt, den Platz ans Licht gerückt und Zeit gelassen.",
    "Idee und Versuch von mir, abgesprochen im Team.",
    "Nach 3 Wochen aß die Person ihre Suppe allein.",
)
SAMPLES = {
    "haustechnik-elektro": (BOARD, BATH),
    "ausbau": (BATH,),
    "pflege": (NIGHT, MEAL),
    "betreuung-soziales": (MEAL,),
}

SIGN_IN = [
    ("aylin@worker.example", "worker, electrician in Fürth"),
    ("svetlana@worker.example", "worker, carer in Zirndorf"),
    ("monika@brandt-elektro.example", "speaks for Elektro Brandt, all roles (with authenticator app)"),
    ("rita@talheim-werke.example", "recruiter of Stadtwerke Talheim"),
    ("petra@desk.example", "the desk: checks employers (with authenticator app)"),
]
