"""A worker's page as plain values. Asks the database nothing."""

from network.profiles.presenters.page import Page, offers, page, shown_name
from network.profiles.presenters.papers import PaperView, paper_views
from network.profiles.presenters.rings import KeyRow, Rings, rings_of
from network.profiles.presenters.stations import StationView, firm_of, station_views

__all__ = [
    "KeyRow",
    "Page",
    "PaperView",
    "Rings",
    "StationView",
    "firm_of",
    "offers",
    "page",
    "paper_views",
    "rings_of",
    "shown_name",
    "station_views",
]
