"""Compares every reference with its signature and the ledger, and names the first row that is not as it was written."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import django
from django.db import transaction
from django.db.models import Max, Min, QuerySet

from references.audit_one import Told, reference_problem
from references.chain import BEGINNING, UNREADABLE, Found, Head, Problem, walk
from references.models import LedgerEntry, Reference

CHUNK = 500
MANY = 10_000  # references; with fewer, starting processes takes longer than the work
PARTS = 8  # of the work, for each process: short enough that none waits long for the last

__all__ = ["Head", "Problem", "verify"]


def verify(since: Head = BEGINNING, processes: int = 1) -> Problem | None:
    """None when everything is as it was written; otherwise the first problem.

    With `since` only the lines after that head and the references they are about, and that the head is part of the chain.
    `processes` share the references of a large house: checking a signature takes a processor, the chain one process alone.
    """
    try:
        if since == BEGINNING:
            _verify_all(processes)
        else:
            news = sorted({line[3] for line in walk(since)})
            _check_all(
                part
                for at in range(0, len(news), CHUNK)
                for part in _chunks(_every().filter(public_id__in=news[at : at + CHUNK]))
            )
    except Found as found:
        return found.problem
    return None


def check_part(first: int, last: int | None) -> Problem | None:
    """The references with keys from `first` up to `last`, None for no end. Runs in a process of its own."""
    rows = _every().filter(pk__gte=first)
    try:
        _check_all(_chunks(rows if last is None else rows.filter(pk__lt=last)))
    except Found as found:
        return found.problem
    return None


def _verify_all(processes: int) -> None:
    if processes < 2 or Reference.objects.count() < MANY:
        deque(walk(), maxlen=0)
        _check_all(_chunks(_every()))
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=django.setup) as pool:
        try:
            parts = [pool.submit(check_part, *part) for part in _parts(processes * PARTS)]
            deque(walk(), maxlen=0)
            for part in parts:
                if problem := part.result():
                    raise Found(problem.row, problem.what)
        finally:
            pool.shutdown(cancel_futures=True)


def _parts(number: int) -> Iterator[tuple[int, int | None]]:
    """So many stretches of the keys. The last has no end: something may be added meanwhile."""
    keys = Reference.objects.aggregate(first=Min("pk", default=0), last=Max("pk", default=0))
    step = (keys["last"] - keys["first"]) // number + 1
    starts = [keys["first"] + step * at for at in range(number)]
    yield from zip(starts, [*starts[1:], None], strict=True)


def _every() -> "QuerySet[Reference]":
    return Reference.objects.select_related(
        "key", "withdrawal", "employer", "correction__new", "corrects__old"
    ).order_by("pk")


def _check_all(chunks: Iterable[list[Reference]]) -> None:
    for references in chunks:
        told = _told([each.public_id for each in references])
        for reference in references:
            problem = reference_problem(reference, told[reference.public_id])
            if problem and (problem := _looked_at_again(reference)):
                raise Found(f"reference {reference.public_id}", problem)


def _looked_at_again(reference: Reference) -> str:
    """Something may just be happening to it between two statements. Under a lock nothing is."""
    with transaction.atomic():
        locked = _every().select_for_update(of=("self",)).get(pk=reference.pk)
        return reference_problem(locked, _told([reference.public_id])[reference.public_id])


def _told(subjects: list[str]) -> dict[str, list[Told]]:
    """Their lines in order. One query, and no objects: a large house has a million of them."""
    told: dict[str, list[Told]] = defaultdict(list)
    lines = LedgerEntry.objects.filter(subject__in=subjects).order_by("seq")
    for subject, *line in lines.values_list("subject", *Told._fields):
        told[subject].append(Told(*line))
    return told


def _chunks(rows: "QuerySet[Reference]") -> Iterator[list[Reference]]:
    """The rows in order, some hundred at a time. A row that cannot even be read is found by reading its chunk one by one."""
    last = 0
    while pks := list(rows.filter(pk__gt=last).values_list("pk", flat=True)[:CHUNK]):
        last = pks[-1]
        try:
            found = {row.pk: row for row in rows.filter(pk__in=pks)}
        except UNREADABLE:
            found = {pk: _read_alone(rows, pk) for pk in pks}
        yield [found[pk] for pk in pks]


def _read_alone(rows: "QuerySet[Reference]", pk: int) -> Reference:
    try:
        return rows.get(pk=pk)
    except UNREADABLE as problem:
        raise Found(f"reference row {pk}", "cannot be read") from problem
