import time
from random import Random
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.db.models import Max

from network.occupations import actions as catalogue
from network.occupations.models import Occupation
from network.places import actions as places
from network.places.models import Place
from network.search.populating import writing
from network.search.populating.lives import lives
from network.search.populating.people import TABLES, People

LIVES = 200
MANY = 50_000  # from here on it pays to build indexes at the end


class Command(BaseCommand):
    help = "Stores synthetic people, marked as made up, to measure the search. Never in a house that people use."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--profiles", type=int, required=True, metavar="N", help="how many")
        parser.add_argument("--seed", type=int, default=1, help="another number makes other people")

    def handle(self, *args: Any, **options: Any) -> None:
        number = options["profiles"]
        if number < 1:
            raise CommandError("--profiles takes a number from 1 on.")
        if settings.MODE == "production":
            raise CommandError("These people are made up. In production nobody is made up.")
        if not Place.objects.exists():
            places.load()
        if not Occupation.objects.exists():
            catalogue.sync()
        begin = time.perf_counter()
        writing.hurry()
        with transaction.atomic():
            self._store(number, options["seed"])
        seconds = time.perf_counter() - begin
        writing.analyse()
        self.stdout.write(f"{number:,} profiles in {seconds:.1f} s, {number / seconds:,.0f} a second.")

    def _store(self, number: int, seed: int) -> None:
        occupations = list(Occupation.objects.filter(current=True).select_related("field").order_by("pk"))
        rng = Random(seed)  # noqa: S311 to measure, not to hide
        rng.shuffle(occupations)
        towns = list(Place.objects.order_by("pk"))
        people = People(
            lives=lives(min(number, LIVES), rng, occupations[0], towns[0]),
            occupations=occupations,
            places=towns,
            first={model: 1 + (model._default_manager.aggregate(last=Max("pk"))["last"] or 0) for model in TABLES},
            seed=seed,
        )
        if number < MANY:
            self._write(people, number)
        else:
            with writing.without_indexes(TABLES):
                self._write(people, number)
        writing.set_sequences(TABLES)

    def _write(self, people: People, number: int) -> None:
        for chunk in people.chunks(number):
            for model in TABLES:
                writing.write(model, chunk[model])
