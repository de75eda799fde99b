"""europass.xml: the page in the vocabulary of the Europass CV, version 3 (root element SkillsPassport).

That is the form which Cedefop published with a schema, and which other programs read. What it has no place for (steps,
confirmations, references, samples) is left out; profile.json has it.
"""

from collections.abc import Sequence
from datetime import date
from xml.etree import ElementTree as Xml

from django.utils import timezone
from django.utils.translation import get_language

from network.moving.packing import words
from network.occupations.vocabulary import LANGUAGES, LICENCES, by_slug, slugs_of
from network.profiles import kinds
from network.profiles.models import Profile, Station

NAMESPACE = "http://europass.cedefop.europa.eu/Europass"
VERSION = "V3.3"
SKILLS = ("Listening", "Reading", "SpokenInteraction", "SpokenProduction", "Writing")


def passport(profile: Profile, stations: Sequence[Station]) -> bytes:
    """The XML file. `stations` newest first, from with_vouches()."""
    root = Xml.Element("SkillsPassport", xmlns=NAMESPACE, locale=(get_language() or "de")[:2])
    now = timezone.now().isoformat(timespec="seconds")
    _add(
        root,
        "DocumentInfo",
        DocumentType="ECV",
        CreationDate=now,
        LastUpdateDate=now,
        XSDVersion=VERSION,
        Generator="Handschlag",
    )
    learner = Xml.SubElement(root, "LearnerInfo")
    _identify(learner, profile)
    if profile.occupation:
        headline = Xml.SubElement(learner, "Headline")
        _add(headline, "Type", Code="position")
        _add(headline, "Description", Label=str(profile.occupation))
    _list(learner, "WorkExperience", [each for each in stations if each.kind not in kinds.LEARNED])
    _list(learner, "Education", [each for each in stations if each.kind in kinds.LEARNED])
    _skills(learner, profile)
    written: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _identify(learner: Xml.Element, profile: Profile) -> None:
    person = Xml.SubElement(learner, "Identification")
    first, _space, family = profile.name.rpartition(" ")
    _add(person, "PersonName", FirstName=first or family, Surname=family if first else "")
    contact = Xml.SubElement(person, "ContactInfo")
    if profile.place:
        address = _add(
            Xml.SubElement(contact, "Address"),
            "Contact",
            PostalCode=profile.place.postcode,
            Municipality=profile.place.name,
        )
        _add(address, "Country", Code="DE")
    if profile.mail:
        _add(contact, "Email", Contact=profile.mail)
    if profile.phone:
        _add(Xml.SubElement(contact, "TelephoneList"), "Telephone", Contact=profile.phone)


def _list(learner: Xml.Element, name: str, stations: list[Station]) -> None:
    if not stations:
        return
    rows = Xml.SubElement(learner, f"{name}List")
    for station in stations:
        row = Xml.SubElement(rows, name)
        period = Xml.SubElement(row, "Period")
        _month(period, "From", station.start, station.start_about)
        if station.end:
            _month(period, "To", station.end, station.end_about)
        _add_text(period, "Current", "false" if station.end else "true")
        job = str(station.occupation or station.get_kind_display())
        if name == "Education":
            _add_text(row, "Title", job)
        else:
            _add(row, "Position", Label=job)
        _add_text(row, "Activities", "\n".join(words.steps(station)))
        if station.employer_name:
            firm = _add(
                row,
                "Organisation" if name == "Education" else "Employer",
                Name=kinds.firm_words(station.kind, station.employer_name),
            )
            if station.place:
                contact = Xml.SubElement(Xml.SubElement(firm, "ContactInfo"), "Address")
                _add(contact, "Contact", Municipality=station.place.name)


def _month(period: Xml.Element, name: str, day: date, about: bool) -> None:
    """XML Schema writes a month as "--09"."""
    Xml.SubElement(period, name, {"year": str(day.year)} if about else {"year": str(day.year), "month": f"--{day:%m}"})


def _skills(learner: Xml.Element, profile: Profile) -> None:
    spoken = {slug: level for slug, level in profile.languages.items() if by_slug(LANGUAGES, slug)}
    held = slugs_of(profile.licences, LICENCES)
    if not spoken and not held:
        return
    skills = Xml.SubElement(learner, "Skills")
    if spoken:
        rows = Xml.SubElement(Xml.SubElement(skills, "Linguistic"), "ForeignLanguageList")
        for slug, level in spoken.items():
            row = Xml.SubElement(rows, "ForeignLanguage")
            _add(row, "Description", Code=slug, Label=str(by_slug(LANGUAGES, slug)))
            _add(row, "ProficiencyLevel", **dict.fromkeys(SKILLS, level.upper()))
    if held:
        driving = Xml.SubElement(Xml.SubElement(skills, "Driving"), "Description")
        for slug in held:
            _add_text(driving, "Licence", slug.upper())


def _add(parent: Xml.Element, tag: str, **texts: str) -> Xml.Element:
    child = Xml.SubElement(parent, tag)
    for name, text in texts.items():
        _add_text(child, name, text)
    return child


def _add_text(parent: Xml.Element, name: str, text: str) -> None:
    """Nothing where there is nothing to say; XML 1.0 has no place for control characters."""
    clean = "".join(char for char in text if char == "\n" or char.isprintable())
    if clean:
        Xml.SubElement(parent, name).text = clean
