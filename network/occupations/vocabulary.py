"""Short fixed lists: when people work, what they may drive, how well they speak, what a statement is about.

`bit` is the place in a stored sum of bits (Profile.shifts). It never changes and is never used again.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from network.occupations.models import in_language


@dataclass(frozen=True)
class Named:
    """One of a fixed list. The slug is what is stored: it never changes."""

    slug: str
    names: dict[str, str] = field(compare=False)

    @property
    def name(self) -> str:
        """In the reader's language."""
        return str(in_language(dict(self.names)))

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True)
class Entry(Named):
    bit: int


def _entries(*rows: tuple[str, str, str]) -> tuple[Entry, ...]:
    return tuple(Entry(slug, {"de": de, "en": en}, bit) for bit, (slug, de, en) in enumerate(rows))


SHIFTS = _entries(
    ("day", "Tagschicht", "Day shift"),
    ("early", "Frühdienst", "Early shift"),
    ("late", "Spätdienst", "Late shift"),
    ("night", "Nachtdienst", "Night shift"),
    ("permanent-night", "Dauernacht", "Nights only"),
    ("between", "Zwischendienst", "Middle shift"),
    ("split", "Geteilter Dienst", "Split shift"),
    ("two-shift", "2-Schicht", "2-shift system"),
    ("three-shift", "3-Schicht", "3-shift system"),
    ("continuous", "Vollkonti, rund um die Uhr", "Continuous, round the clock"),
    ("weekend-alternate", "Jedes zweite Wochenende", "Every other weekend"),
    ("weekend-free", "Montag bis Freitag", "Monday to Friday"),
    ("on-call", "Rufbereitschaft", "On call from home"),
    ("standby", "Bereitschaftsdienst vor Ort", "Standby on site"),
    ("flexible", "Gleitzeit", "Flexible hours"),
    ("part-time", "Teilzeit", "Part time"),
    ("mini-job", "Minijob", "Mini job"),
    ("montage-week", "Montage, am Wochenende zu Hause", "Away on site, home at weekends"),
    ("montage-far", "Fernmontage, länger unterwegs", "Away on site for longer"),
    ("floating", "Springer", "Floating, where needed"),
)

LICENCES = _entries(
    ("am", "AM: Roller und Mofa bis 45 km/h", "AM: mopeds up to 45 km/h"),
    ("a", "A: Motorrad", "A: motorcycle"),
    ("b", "B: Auto bis 3,5 t", "B: car up to 3.5 t"),
    ("be", "BE: Auto mit schwerem Anhänger", "BE: car with heavy trailer"),
    ("c1", "C1: Lkw bis 7,5 t", "C1: truck up to 7.5 t"),
    ("c1e", "C1E: Lkw bis 7,5 t mit Anhänger", "C1E: truck up to 7.5 t with trailer"),
    ("c", "C: Lkw über 3,5 t", "C: truck over 3.5 t"),
    ("ce", "CE: Lastzug und Sattelzug", "CE: truck with trailer"),
    ("d1", "D1: Kleinbus bis 16 Fahrgäste", "D1: minibus up to 16 passengers"),
    ("d", "D: Bus", "D: bus"),
    ("de", "DE: Bus mit Anhänger", "DE: bus with trailer"),
    ("t", "T: Traktor bis 60 km/h", "T: tractor up to 60 km/h"),
    ("l", "L: Traktor bis 40 km/h", "L: tractor up to 40 km/h"),
)

# Who holds one of these holds the class too: it belongs to them (§ 6 Abs. 3 FeV), or comes before them (§ 9 FeV).
LICENCES_ABOVE = {
    "am": ("a", "b", "be", "c1", "c1e", "c", "ce", "d1", "d", "de", "t"),
    "b": ("be", "c1", "c1e", "c", "ce", "d1", "d", "de"),
    "be": ("c1e", "ce", "de"),
    "c1": ("c1e", "c", "ce"),
    "c1e": ("ce",),
    "c": ("ce",),
    "d1": ("d", "de"),
    "d": ("de",),
    "t": ("ce",),
    "l": ("b", "be", "c1", "c1e", "c", "ce", "d1", "d", "de", "t"),
}

LANGUAGE_LEVELS = _entries(
    ("a1", "A1: einzelne Wörter und Sätze", "A1: single words and sentences"),
    ("a2", "A2: einfache Gespräche", "A2: simple conversations"),
    ("b1", "B1: kommt im Alltag zurecht", "B1: gets by in daily life"),
    ("b2", "B2: kommt bei der Arbeit gut zurecht", "B2: gets by well at work"),
    ("c1", "C1: spricht fließend", "C1: speaks fluently"),
    ("c2", "C2: versteht und sagt alles", "C2: understands and says everything"),
)

LANGUAGES = _entries(
    ("de", "Deutsch", "German"),
    ("en", "Englisch", "English"),
    ("sq", "Albanisch", "Albanian"),
    ("ar", "Arabisch", "Arabic"),
    ("bs", "Bosnisch, Kroatisch, Serbisch", "Bosnian, Croatian, Serbian"),
    ("bg", "Bulgarisch", "Bulgarian"),
    ("zh", "Chinesisch", "Chinese"),
    ("dgs", "Deutsche Gebärdensprache", "German Sign Language"),
    ("tl", "Filipino", "Filipino"),
    ("fr", "Französisch", "French"),
    ("el", "Griechisch", "Greek"),
    ("hi", "Hindi", "Hindi"),
    ("it", "Italienisch", "Italian"),
    ("ku", "Kurdisch", "Kurdish"),
    ("ml", "Malayalam", "Malayalam"),
    ("fa", "Persisch, Dari", "Persian, Dari"),
    ("pl", "Polnisch", "Polish"),
    ("pt", "Portugiesisch", "Portuguese"),
    ("ro", "Rumänisch", "Romanian"),
    ("ru", "Russisch", "Russian"),
    ("sk", "Slowakisch", "Slovak"),
    ("es", "Spanisch", "Spanish"),
    ("ti", "Tigrinya", "Tigrinya"),
    ("cs", "Tschechisch", "Czech"),
    ("tr", "Türkisch", "Turkish"),
    ("uk", "Ukrainisch", "Ukrainian"),
    ("hu", "Ungarisch", "Hungarian"),
    ("vi", "Vietnamesisch", "Vietnamese"),
)

ASPECTS = _entries(
    ("craft", "Handwerk", "Craft"),
    ("reliability", "Verlässlich sein", "Being reliable"),
    ("people", "Mit Menschen", "With people"),
    ("safety", "Sicherheit", "Safety"),
    ("teaching", "Anleiten", "Teaching"),
    ("handover", "Übergabe", "Handing over"),
)


def by_slug(entries: Sequence[Entry], slug: str) -> Entry | None:
    """The entry with this slug, None if there is none."""
    return next((entry for entry in entries if entry.slug == slug), None)


def bits_of(slugs: Iterable[str], entries: Sequence[Entry] = SHIFTS) -> int:
    """Slugs -> sum of bits, as stored in Profile.shifts. Raises KeyError for an unknown slug."""
    bits = {entry.slug: 1 << entry.bit for entry in entries}
    return sum(bits[slug] for slug in set(slugs))


def slugs_of(bits: int, entries: Sequence[Entry] = SHIFTS) -> list[str]:
    """Sum of bits -> slugs, in the order of the list. Bits nobody knows are left out."""
    return [entry.slug for entry in entries if bits & (1 << entry.bit)]
