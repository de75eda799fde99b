"""What made-up people are called, speak and do: estimates, close enough for a search to have to work as hard as with real ones."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Origin:
    """Names that go together. `share` of all people; `speaks` the ways of speaking that are usual with them."""

    share: int
    first: str
    last: str
    speaks: tuple[dict[str, str], ...] = field(compare=False)


ORIGINS = (
    Origin(
        58,
        "Anna|Peter|Sabine|Jonas|Katharina|Uwe|Lea|Jürgen|Björn|Käthe|Marie-Luise|Karl-Heinz|Hans-Jürgen|Maximiliane",
        "Müller|Schmidt|Weiß|Bauer|Schröder|Groß|Jäger|Köhler|Lüdenscheidt-Müller|von der Heide|Krämer|Vogt|Öhler"
        "|Leutheusser-Schnarrenberg|Freifrau von und zu Guttenfels-Hohenstein",
        ({}, {"de": "c2"}, {"de": "c2", "en": "b1"}, {"de": "c2", "en": "b2"}),
    ),
    Origin(
        11,
        "Aylin|Mehmet|Dilek|Yusuf|Zeynep|Çağla|Emre|Gülşen|İbrahim|Şükrü",
        "Yıldız|Öztürk|Kaya|Çelik|Şahin|Aydın|Demir|Büyükgöçmenoğlu",
        ({"de": "c1", "tr": "c2"}, {"de": "b2", "tr": "c2"}, {"de": "c2", "tr": "c1"}, {"tr": "c2"}),
    ),
    Origin(
        9,
        "Marek|Agnieszka|Krzysztof|Małgorzata|Paweł|Bożena|Łukasz|Świętosława",
        "Kowalska|Nowak|Wiśniewski|Wójcik|Zieliński|Brzęczyszczykiewicz",
        ({"de": "b2", "pl": "c2"}, {"de": "b1", "pl": "c2"}, {"pl": "c2"}),
    ),
    Origin(
        8,
        "Amira|Omar|Fatima|Abd al-Rahman|Layla|Yūsuf|ليلى|محمد",
        "Al-Sayed|Haddad|El-Amrani|Ben Youssef|Al-Masri|حداد",
        ({"de": "b1", "ar": "c2"}, {"de": "a2", "ar": "c2", "en": "b1"}, {"de": "b2", "ar": "c2", "fr": "b2"}),
    ),
    Origin(
        3,
        "Thị Lan|Văn Minh|Thuỳ Linh|Đức",
        "Nguyễn|Trần|Phạm|Đặng",
        ({"de": "b1", "vi": "c2"}, {"de": "c1", "vi": "b2"}),
    ),
    Origin(
        11,
        "Olena|Dragan|Ioana|Blerim|Marija|Bogdan|Jovana|Олена",
        "Kovalenko|Petrović|Popescu|Krasniqi|Horvat|Novák|Шевченко",
        (
            {"de": "b1", "uk": "c2", "ru": "c1"},
            {"de": "b2", "bs": "c2"},
            {"de": "a2", "ro": "c2"},
            {"de": "c1", "sq": "c2"},
        ),
    ),
)

# By field of the catalogue: what firms are called, and the papers that people there often hold.
FIRMS = {
    "bau": "Bau|Hochbau|Tiefbau & Söhne|Straßenbau",
    "ausbau": "Ausbau|Malerbetrieb|Tischlerei|Fliesen",
    "haustechnik-elektro": "Elektro|Haustechnik|Heizung & Sanitär|Solar",
    "metall-maschine": "Metallbau|Werke|Maschinenfabrik|Schweißtechnik",
    "fahrzeug": "Autohaus|Kfz-Werkstatt|Karosserie|Fahrzeugbau",
    "lager-verkehr": "Logistik|Spedition|Verkehrsbetriebe|Kurierdienst",
    "pflege": "Pflegedienst|Klinik|Seniorenheim|Sozialstation",
    "betreuung-soziales": "Wohngruppe|Kindertagesstätte|Lebenshilfe|Sozialwerk",
    "gesundheit": "Praxis|Therapiezentrum|Rettungsdienst|Friseur",
    "verkauf-lebensmittel": "Markt|Bäckerei|Gasthof|Handel",
    "reinigung-haus": "Gebäudereinigung|Hausdienste|Sicherheit|Hotel",
    "garten": "Gartenbau|Landschaftspflege|Hof|Forstbetrieb",
}
ANY_FIRM = "Betrieb|Handwerk|Dienste|Werkstatt"
OWNERS = ("Nord", "Süd", "Altmark", "Rheintal", "Heide", "Seeblick", "Allgäu", "Eifel", "Weber", "Yılmaz", "Brückner")

EVERYBODY = (
    "gesellenbrief",
    "ersthelfer",
    "brandschutzhelfer",
    "deutsch-zertifikat",
    "ausbilderschein",
    "staplerschein",
)
PAPERS = {
    "bau": ("baumaschinenschein", "kranschein", "absturzsicherung", "asbest", "scc", "sprengschein", "geruestpruefer"),
    "ausbau": ("hubarbeitsbuehne", "asbest", "absturzsicherung", "meisterbrief", "leitern-pruefer", "sivv"),
    "haustechnik-elektro": (
        *("elektrofachkraft", "arbeiten-unter-spannung", "brandmeldeanlagen", "kaelteschein", "shk-kundendienst"),
        *("hubarbeitsbuehne", "meisterbrief"),
    ),
    "metall-maschine": (
        "schweisser-stahl",
        "schweisser-aluminium",
        "schweissfachmann",
        "kranschein",
        "scc",
        "meisterbrief",
    ),
    "fahrzeug": ("hochvolt", "kaelteschein", "meisterbrief", "fuehrerschein-c-d"),
    "lager-verkehr": (
        "fahrerqualifizierung",
        "adr",
        "ladungssicherung",
        "fahrerkarte",
        "fuehrerschein-c-d",
        "kranschein",
    ),
    "pflege": (
        *("pflegefachkraft", "pflegehilfe", "behandlungspflege", "praxisanleitung", "wundexperte", "palliativpflege"),
        *("intensivpflege", "gerontopsychiatrie", "hygienebeauftragte", "betreuungskraft"),
    ),
    "betreuung-soziales": ("betreuungskraft", "validierung", "infektionsschutz", "palliativpflege"),
    "gesundheit": ("strahlenschutz", "hygienebeauftragte", "rbp", "meisterbrief"),
    "verkauf-lebensmittel": ("infektionsschutz", "lebensmittelhygiene", "meisterbrief"),
    "reinigung-haus": ("hubarbeitsbuehne", "sachkunde-bewachung", "leitern-pruefer", "infektionsschutz"),
    "garten": ("motorsaegenschein", "pflanzenschutz", "baumaschinenschein", "fuehrerschein-c-d"),
}

# The most common ones, in this order; the others follow in the order that the seed gives.
COMMON = (
    *("lagerhelfer", "verkaeufer", "pflegefachkraft", "reinigungskraft", "berufskraftfahrer", "pflegehelfer"),
    *("produktionshelfer", "fachkraft-lagerlogistik", "kuechenhilfe", "erzieher", "koch", "kfz-mechatroniker"),
    *("elektroniker-energie-gebaeudetechnik", "industriemechaniker", "anlagenmechaniker-shk", "hausmeister"),
    *("medizinische-fachangestellte", "maler-lackierer", "bauhelfer", "altenpfleger", "maurer", "tischler", "friseur"),
    *("auslieferungsfahrer", "fachlagerist", "sicherheitsmitarbeiter", "zerspanungsmechaniker", "landschaftsgaertner"),
)


# Independent of each other; of a value that stands twice there are twice as many.
SHIFTS = (
    *((), ("day",), ("day", "weekend-free"), ("day", "part-time"), ("early", "late"), ("early", "late", "night")),
    *(("early", "late", "weekend-alternate"), ("two-shift",), ("three-shift",), ("continuous",), ("permanent-night",)),
    *(("early", "part-time"), ("day", "on-call"), ("day", "montage-week"), ("mini-job",), ("flexible",)),
)
LICENCES = (
    (),
    ("b",),
    ("b",),
    ("b",),
    ("b", "be"),
    ("b", "l", "t"),
    ("b", "be", "c1", "c", "ce"),
    ("b", "d"),
    ("a", "b"),
)
HOURS = (None, None, 40, 40, 38, 35, 30, 20, 10)
MONTAGE = (False, False, False, False, False, True)
NOTICES = (
    "",
    "",
    "",
    "",
    "none",
    "2-weeks",
    "4-weeks",
    "4-weeks",
    "1-month",
    "1-month",
    "3-months",
    "quarter",
    "unknown",
)
