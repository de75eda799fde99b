"""A worker's page as plain values. Asks the database nothing."""

from network.profiles.presenters.availability import (
    Availability,
    hours_words,
    language_names,
    licence_names,
    notice_words,
    shift_names,
    spoken,
    times,
)
from network.profiles.presenters.page import Page, looked_through, looks_for, offers, page, shown_name
from network.profiles.presenters.papers import PaperView, paper_rows, paper_views, seen_words
from network.profiles.presenters.rings import KeyRow, Rings, rings_of
from network.profiles.presenters.sharing import ShareView, looks_by_day, share_view
from network.profiles.presenters.stations import StationView, StepView, firm_of, station_views, step_views
from network.profiles.presenters.summary import goal_words, place_words, summary

__all__ = [
    "Availability",
    "KeyRow",
    "Page",
    "PaperView",
    "Rings",
    "ShareView",
    "StationView",
    "StepView",
    "firm_of",
    "goal_words",
    "hours_words",
    "language_names",
    "licence_names",
    "looked_through",
    "looks_by_day",
    "looks_for",
    "notice_words",
    "offers",
    "page",
    "paper_rows",
    "paper_views",
    "place_words",
    "rings_of",
    "seen_words",
    "share_view",
    "shift_names",
    "shown_name",
    "spoken",
    "station_views",
    "step_views",
    "summary",
    "times",
]
