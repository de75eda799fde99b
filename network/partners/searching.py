"""GET /api/v1/search: the search of the recruiters, the same engine and the same first look without names (law 11)."""

from django.forms import BaseForm
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.mail import link
from network.employers.viewer import Viewer
from network.occupations import lookup
from network.occupations.models import Occupation
from network.occupations.vocabulary import LANGUAGE_LEVELS, LANGUAGES, LICENCES, SHIFTS
from network.partners.parameters import POSTCODE, SLUG, Parameter, not_known, page, page_in
from network.partners.problems import Problem, Wrong, wrong
from network.partners.registry import Asked, Json, Resource
from network.partners.schemas import ADDRESS, LEVEL, NAMED, NUMBER, TEXT, named, page_of, paged, thing
from network.places.distance import whole
from network.profiles.actions import note_looks
from network.profiles.models import Look
from network.search import hits
from network.search.conditions import ANY_REFERENCE, CHECKED_REFERENCE, FRESH, LEVELS, MOST, YEARS
from network.search.criteria import DISTANCE, NEWEST, RADII
from network.search.forms import SearchForm
from network.search.forms_conditions import LEAST, MOST_HOURS
from network.search.hits import Hit
from network.search.presenters import Card, cards
from network.search.typed import MOST_OCCUPATIONS

HIRING = Viewer(checked=True)
BY_SLUG = ("occupation", "qualification")  # the form also takes words, a program says it in one way


def parameters() -> list[Parameter]:
    """Those of the address of the search. What the lists hold comes from where its form has it."""
    said = {name: field.label for name, field in SearchForm.base_fields.items()}

    def one_of(name: str, *values: object, times: int = 1) -> Parameter:
        return Parameter(name, str(said[name]), choices=tuple(map(str, values)), times=times)

    spoken = [f"{language.slug}-{level.slug}" for language in LANGUAGES for level in LANGUAGE_LEVELS]
    tongue = _("Language and the least level, “de-b2”")
    return [
        Parameter("postcode", _("Postcode of the place of work"), pattern=POSTCODE, needed=True),
        one_of("radius", *RADII),
        Parameter("occupation", str(said["occupation"]), pattern=SLUG, known=_occupations, times=MOST_OCCUPATIONS),
        Parameter("field", str(said["field"]), pattern=SLUG, known=fields),
        one_of("level", *LEVELS),
        one_of("shift", *(each.slug for each in SHIFTS), times=MOST),
        Parameter("qualification", str(said["qualification"]), pattern=SLUG, known=_proofs, times=MOST),
        Parameter("language", tongue, choices=tuple(spoken), times=MOST),
        one_of("licence", *(each.slug for each in LICENCES), times=MOST),
        one_of("montage", "1"),
        Parameter("hours", str(said["hours"]), least=LEAST, most=MOST_HOURS),
        Parameter("start", str(said["start"]), day=True),
        one_of("fresh", *FRESH),
        one_of("years", *YEARS),
        one_of("reference", ANY_REFERENCE, CHECKED_REFERENCE),
        one_of("sort", DISTANCE, NEWEST),
        page(),
    ]


def answer(asked: Asked) -> Json:
    """One page of those whom a recruiter of the employer finds. Each reads that the employer had them in a list, as with the page."""
    form = SearchForm(asked.viewer, asked.query)
    strange = [
        Wrong(name, not_known(value))
        for name in BY_SLUG
        for value in asked.query.getlist(name)
        if value not in form.fields[name].known  # type: ignore[attr-defined]
    ]
    if strange:
        raise wrong(*strange)
    if not form.is_valid():
        raise mistakes(form)
    wanted, number = form.criteria(), page_in(asked.query)
    found = hits.find(asked.viewer, wanted, number)
    if found.total is None:
        raise no_page()
    if asked.seen:
        note_looks(by=asked.viewer, profiles=[hit.profile for hit in found.hits], where=Look.Where.LIST)
    above = page_of("search", asked.query, number, found.total, hits.PER_PAGE, wanted.address())
    return {
        **above,
        "people": [_person(*each) for each in zip(found.hits, cards(found.hits, asked.viewer), strict=True)],
    }


def mistakes(form: BaseForm) -> Problem:
    """What the form says about its fields, as problems of the parameters."""
    errors = form.errors.items()
    names = {"__all__": "", "speak": "language"}
    return wrong(*(Wrong(names.get(name, name), str(text)) for name, texts in errors for text in texts))


def no_page() -> Problem:
    return Problem("not-found", _("The list has no such page."))


def fields() -> list[str]:
    return list(lookup.fields())


def _occupations() -> list[str]:
    return list(Occupation.objects.filter(current=True).order_by("slug").values_list("slug", flat=True))


def _proofs() -> list[str]:
    return [kind.slug for kind in lookup.kinds()]


def _person(hit: Hit, said: Card) -> Json:
    """What the card of the page says: no name, no photo, whole kilometres (laws 11, 13)."""
    occupation, place = hit.profile.occupation, hit.profile.place
    return {
        "url": link(said.url),
        "occupation": named(occupation.slug if occupation else "", said.occupation),
        "place": place.name if place else "",
        "kilometres": whole(hit.km),
        "confirmed": said.confirmed,
        "declared": said.declared,
        "newest_confirmation": {"level": said.level, "words": said.plate},
        "looks_for": said.looks,
        "can_start": said.start,
    }


def schemas() -> dict[str, Json]:
    newest = thing(level=LEVEL, words=TEXT)
    texts = {name: TEXT for name in ("confirmed", "declared", "looks_for", "can_start")}
    person = thing(url=ADDRESS, occupation=NAMED, place=TEXT, kilometres=NUMBER, newest_confirmation=newest, **texts)
    return {"Person": person, "People": paged("people", "Person")}


SEARCH = Resource(
    name="search",
    route="search",
    summary=gettext_lazy("Who works near a place and wants to hear from employers"),
    schema="People",
    schemas=schemas,
    answer=answer,
    parameters=parameters,
)
