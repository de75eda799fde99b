"""Days on which offices and schools in Germany are closed: a paper that names one is looked at twice."""

from datetime import date, timedelta

SUNDAY = 6
FIXED = {(10, 3), (12, 25), (12, 26)}  # the first of a month also stands for a day that nobody said, so it is never one
AFTER_EASTER = (-2, 1, 39, 50)  # Good Friday, Easter Monday, Ascension, Whit Monday


def is_closed(day: date | None) -> bool:
    """A Sunday, or a holiday in all of Germany. Not the first of a month: DayField makes it of a month without a day."""
    if day is None or day.day == 1:
        return False
    if day.weekday() == SUNDAY or (day.month, day.day) in FIXED:
        return True
    return (day - easter(day.year)).days in AFTER_EASTER


def easter(year: int) -> date:
    """Sunday after the first full moon of spring, by the rule of Meeus, Jones and Butcher for all Gregorian years."""
    century, rest = divmod(year, 100)
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    to_sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * to_sunday) // 451
    return date(year, 3, 22) + timedelta(days=moon + to_sunday - 7 * late)
