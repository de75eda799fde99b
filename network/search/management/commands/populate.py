import time
from random import Random
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import models, transaction
from django.db.models import Max

from accounts.models import User
from network.occupations import actions as catalogue
from network.occupations.models import Occupation
from network.places import actions as places
from network.places.models import Place
from network.profiles.models import Profile
from network.search.populating import spreading, words, writing
from network.search.populating.lives import Life, lives
from network.search.populating.people import People
from network.search.populating.spreading import TABLES

LIVES = 40  # patterns for each field of the catalogue
SHARED = 10  # a pattern is made for at least so many people
MANY = 50_000  # from here on it pays to build indexes at the end, unless more than these are there already
TOLD = 100_000  # after so many it says how far it is


class Command(BaseCommand):
    help = "Stores synthetic people, marked as made up, to measure the search. Never in a house that people use."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--profiles", type=int, required=True, metavar="N", help="how many")
        parser.add_argument("--seed", type=int, default=1, help="another number makes other people")
        parser.add_argument(
            "--beside-real-people", action="store_true", help="store them although somebody has signed up here"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        number = options["profiles"]
        if number < 1:
            raise CommandError("--profiles takes a number from 1 on.")
        if settings.MODE == "production":
            raise CommandError("These people are made up. In production nobody is made up.")
        if not options["beside_real_people"] and User.objects.filter(is_demo=False).exists():
            raise CommandError(
                "Somebody has signed up here who is not made up. Take a database of its own, or --beside-real-people."
            )
        if not Place.objects.exists():
            places.load()
        if not Occupation.objects.exists():
            catalogue.sync()
        self.stored = 0.0
        begin = time.perf_counter()
        with writing.hurried():
            with transaction.atomic():
                self._store(number, options["seed"])
            writing.analyse()
        seconds = time.perf_counter() - begin
        self.stdout.write(f"Stored in {self.stored:.1f} s, {number / self.stored:,.0f} a second; the rest is indexes.")
        self.stdout.write(f"{number:,} profiles in {seconds:.1f} s, {number / seconds:,.0f} a second.")

    def _store(self, number: int, seed: int) -> None:
        begin = time.perf_counter()
        rng = Random(seed)  # noqa: S311 to measure, not to hide
        occupations = _occupations(rng)
        towns = list(Place.objects.order_by("pk"))
        patterns, fields = _lives(number, rng, occupations, towns[0])
        people = People(
            lives=patterns,
            fields=fields,
            occupations=occupations,
            places=towns,
            first={model: 1 + _last(model) for model in TABLES},
            rng=rng,
        )
        spreading.prepare(people.stocks, patterns)
        if number < MANY or number < Profile.objects.count():
            self._spread(people, number, begin)
        else:
            with writing.without_indexes(TABLES):
                self._spread(people, number, begin)
        spreading.done()
        writing.set_sequences(TABLES)

    def _spread(self, people: People, number: int, begin: float) -> None:
        done = 0
        for chunk in people.chunks(number):
            spreading.spread(chunk, people.stocks)
            writing.check()
            done += len(chunk)
            if done % TOLD == 0:
                self.stdout.write(f"{done:,} of {number:,}")
        self.stored = time.perf_counter() - begin


def _occupations(rng: Random) -> list[Occupation]:
    """The most common ones first."""
    every = list(Occupation.objects.filter(current=True).select_related("field").order_by("slug"))
    rng.shuffle(every)
    rank = {slug: at for at, slug in enumerate(words.COMMON)}
    return sorted(every, key=lambda each: rank.get(each.slug, len(rank)))


def _lives(number: int, rng: Random, occupations: list[Occupation], place: Place) -> tuple[list[Life], list[int]]:
    """As many for each field, and the fields in the same order."""
    of_field = {each.field_id: each for each in reversed(occupations)}
    each = max(1, min(LIVES, number // len(of_field) // SHARED))
    return [life for one in of_field.values() for life in lives(each, rng, one, place)], list(of_field)


def _last(model: type[models.Model]) -> int:
    return model._default_manager.aggregate(last=Max("pk"))["last"] or 0
