"""One stop-watch for every engine."""

import time
from collections.abc import Callable, Mapping
from statistics import median
from typing import Any

WARM = 3  # rounds that do not count


def timed(ask: Callable[[], Any], rounds: int) -> float:
    """The median of so many rounds, in milliseconds."""
    took = []
    for number in range(WARM + rounds):
        begin = time.perf_counter()
        ask()
        if number >= WARM:
            took.append((time.perf_counter() - begin) * 1000)
    return median(took)


def told(times: Mapping[str, float]) -> dict[str, float]:
    """Each of the nine by its name, and the drawn ones as one number."""
    drawn = median(took for name, took in times.items() if name[0] == "r")
    return {name: took for name, took in times.items() if name[0] == "q"} | {"mix": drawn}
