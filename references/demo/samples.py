"""Work samples of the demonstration: pieces with drawn pictures for those who build, cases without a person for those who care."""

import uuid
from pathlib import Path
from typing import NamedTuple

from django.core.files.base import ContentFile
from django.utils import timezone

from network.samples import actions, photo_actions, preparing, prompts
from network.samples.models import Photo
from references.demo import clock
from references.demo.workers import Worker

PICTURES = Path(__file__).parent / "pictures"
AGREED = {"people": "nobody", "place": "agreed", "firm": "agreed", "readable": "nothing"}


class Sample(NamedTuple):
    title: str
    asked: str
    did: str
    share: str
    watched: str = ""
    result: str = ""
    pictures: tuple[tuple[str, str, str], ...] = ()  # stage, file, what can be seen
    kind: str = "piece"


BOARD = Sample(
    "Neuer Verteiler in einem Haus von 1963",
    "Schraubsicherungen, kein FI, kaum beschriftet. Es sollte mehr Strom für 6 Wohnungen werden.",
    "Verteiler getauscht, 34 Stromkreise gemessen und beschriftet.",
    "Planung und Umbau allein, Messung zu zweit.",
    "Dass abends jede Wohnung wieder Licht hat. Und auf den Drehsinn.",
    "Alle Werte in Ordnung, Protokoll übergeben.",
    pictures=(
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
    "Nackte Wand. Gewünscht war Licht ohne Schatten am Spiegel und Steckdosen an der richtigen Stelle.",
    "Schlitze gefräst, Leitungen und Dosen gesetzt, Spiegel und Licht angeschlossen.",
    "Alles außer den Fliesen.",
    "Auf die Abstände zu Wanne und Becken, und dass der Schlitz nicht zu tief wird.",
    pictures=(
        ("before", "bad-vorher.jpg", "Rohe Ziegelwand mit gefrästen Schlitzen, Leerrohren und offenen Dosen."),
        (
            "after",
            "bad-nachher.jpg",
            "Fertig gefliestes Bad mit Spiegel, Licht von beiden Seiten und Steckdose neben dem Becken.",
        ),
    ),
)
WALL = Sample(
    "Trockenmauer aus Sandstein, 9 Meter",
    "Der Hang rutschte bei jedem Regen auf den Weg.",
    "Fundament aus Schotter gelegt, Steine ohne Mörtel gesetzt, hinterfüllt und bepflanzt.",
    "Alle Steine gesetzt, gebaggert hat ein Kollege.",
    "Auf die Neigung zum Hang, und dass keine Fuge durchläuft.",
    "Der Weg bleibt frei. Im zweiten Jahr blühte die Mauer.",
    pictures=(
        ("before", "mauer-vorher.jpg", "Abgerutschter Hang: Erde und Wurzeln liegen auf dem Kiesweg."),
        ("after", "mauer-nachher.jpg", "Trockenmauer aus hellen Steinen am Hang, Polsterpflanzen in den Fugen."),
    ),
)
FLOOR = Sample(
    "Steinboden in einem Treppenhaus, 5 Stockwerke",
    "Graue Laufspur, alter Wachs, Flecken von Farbe.",
    "Probe gemacht, Wachs gelöst, geschliffen, neu versiegelt.",
    "Maschine und Mittel von mir, die Kanten zu zweit.",
    "Auf das richtige Mittel: Säure hätte den Stein zerstört.",
    "Der Boden glänzt, und es reicht wieder, feucht zu wischen.",
    pictures=(
        ("before", "boden-vorher.jpg", "Stumpfer Steinboden mit grauer Laufspur und Farbflecken."),
        ("after", "boden-nachher.jpg", "Derselbe Boden glänzt: helle und dunkle Platten, scharfe Fugen."),
    ),
)
LOAD = Sample(
    "Ladung aus 14 Kisten, bis 3 Meter lang, für 3 Stellen",
    "Alles auf einen Lkw, nichts darf rutschen, abgeladen wird an 3 Stellen.",
    "Nach Stopps geladen, Antirutschmatten gelegt, niedergezurrt.",
    "Ladeplan und Sicherung von mir, am Stapler ein Kollege.",
    "Auf den Schwerpunkt und die Achslast.",
    "Drei Stopps, kein Schaden.",
)
GATE = Sample(
    "Hoftor, 4 Meter, zwei Flügel",
    "Tor nach altem Vorbild, verzinkt, mit Motor.",
    "Zugeschnitten, geheftet, geschweißt, gerichtet und eingehängt.",
    "Zeichnung und Schweißen allein, eingehängt zu dritt.",
    "Auf den Verzug: erst heften, dann über Kreuz schweißen.",
    "Beide Flügel treffen sich auf 2 Millimeter.",
)
NIGHT = Sample(
    "Eine Nacht, in der jemand nicht schlafen konnte",
    "Eine Person lief nachts über den Flur und wollte nach Hause.",
    "Ich bin ein Stück mitgegangen, habe zugehört und Tee gemacht. Dann haben wir zusammen aus dem Fenster gesehen.",
    "Ich war allein auf dem Wohnbereich.",
    "Auf Ruhe in der Stimme, und dass die anderen weiterschlafen.",
    "Nach einer halben Stunde ging die Person selbst ins Bett. Bei der Übergabe habe ich aufgeschrieben, was geholfen hat.",
    kind="case",
)
MEAL = Sample(
    "Wieder selbst essen",
    "Nach einer Krankheit aß eine Person nur noch, wenn jemand das Essen reichte.",
    "Ich habe den Löffel gewechselt, den Platz ans Licht gerückt und Zeit gelassen.",
    "Idee und Versuch von mir, abgesprochen im Team.",
    "Nicht zu helfen, solange es ohne Hilfe geht.",
    "Nach 3 Wochen aß die Person ihre Suppe allein.",
    kind="case",
)
STOCK = Sample(
    "Inventur: 200 Teile waren nicht da",
    "Im System stand die Ware, im Regal war nichts.",
    "Wege der letzten 2 Wochen nachgegangen, Plätze gezählt, Retouren geöffnet.",
    "Suche und Liste von mir, gebucht hat das Büro.",
    "Erst zählen, dann buchen.",
    "Die Teile lagen falsch beschriftet im Nachbargang.",
    kind="case",
)
SAMPLES = {
    "haustechnik-elektro": (BOARD, BATH),
    "ausbau": (BATH,),
    "pflege": (NIGHT, MEAL),
    "betreuung-soziales": (MEAL,),
    "garten": (WALL,),
    "reinigung-haus": (FLOOR,),
    "lager-verkehr": (LOAD, STOCK),
    "metall-maschine": (GATE,),
}


def show_work(made: list[Worker]) -> int:
    """Returns how many samples."""
    count = 0
    seen: set[str] = set()
    with clock.days_ago(200):
        for number, worker in enumerate(made):
            field = worker.stations[0].occupation.field.slug  # type: ignore[union-attr]
            most = 2 if number == 0 else max(number % 3 % 2, number < 8, field not in seen)
            for sample in SAMPLES.get(field, ())[:most]:
                _sample(worker, sample)
                count += 1
            seen.add(field)
    return count


def _sample(worker: Worker, told: Sample) -> None:
    texts = {name: getattr(told, name) for name in prompts.ANSWERS}
    sample = actions.start(by=worker.user, profile=worker.profile, kind=told.kind, once=uuid.uuid4(), texts=texts)
    month = timezone.localdate().replace(month=5, day=1)
    actions.place_in_time(by=worker.user, sample=sample, month=month, station=worker.stations[0])
    for stage, file, alt in told.pictures:
        upload = ContentFile((PICTURES / file).read_bytes(), name=file)
        photo = photo_actions.add(by=worker.user, sample=sample, upload=upload, stage=stage, alt=alt, once=uuid.uuid4())
        photo.refresh_from_db()
        if (
            photo.state == Photo.State.WAITING
        ):  # only what can be seen can be agreed to, so nobody waits for a task here
            preparing.finish(photo)
        photo_actions.agree(by=worker.user, photo=photo, answers=AGREED)
    actions.consent(by=worker.user, sample=sample)
