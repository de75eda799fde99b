"""Everything that changes a worker's page. One door for this room's views and for the rooms above."""

from network.profiles.actions.answers import (
    choose_visibility,
    save_about,
    save_goal,
    save_name,
    save_occupation,
    save_place,
    start,
)
from network.profiles.actions.audiences import (
    change_rows,
    save_contact,
    show_items,
    show_papers,
    show_stations,
    show_ways,
)
from network.profiles.actions.blocks import block, meet_employer, unblock
from network.profiles.actions.engines import choose_engines
from network.profiles.actions.feed import end_feed, open_feed
from network.profiles.actions.helped import (
    HasPage,
    begin_for_somebody,
    confirm_typed,
    end_help,
    take_over,
    throw_away,
)
from network.profiles.actions.looking import note_looks
from network.profiles.actions.mails import ask_if_right, choose_mails, end_mails, remind, say_still_right
from network.profiles.actions.merging import follow_employer
from network.profiles.actions.papers import (
    PaperData,
    add_qualification,
    change_qualification,
    facts_of,
    remove_qualification,
    save_recognition,
)
from network.profiles.actions.seeing import Stale, confirm_seen, desk_name, show_original, take_mark_off
from network.profiles.actions.sharing import Shared, end_share, note_opening, share, token_of
from network.profiles.actions.stations import StationData, add_station, change_station, remove_station
from network.profiles.actions.steps import add_step, change_step, remove_step
from network.profiles.actions.times import (
    remove_language,
    save_hours,
    save_language,
    save_licences,
    save_shifts,
    save_week,
)
from network.profiles.confirmations import confirm_station, drop_confirmation, show_confirmation
from network.profiles.copies import refresh

__all__ = [
    "HasPage",
    "PaperData",
    "Shared",
    "Stale",
    "StationData",
    "add_qualification",
    "add_station",
    "add_step",
    "ask_if_right",
    "begin_for_somebody",
    "block",
    "change_qualification",
    "change_rows",
    "change_station",
    "change_step",
    "choose_engines",
    "choose_mails",
    "choose_visibility",
    "confirm_seen",
    "confirm_station",
    "confirm_typed",
    "desk_name",
    "drop_confirmation",
    "end_feed",
    "end_help",
    "end_mails",
    "end_share",
    "facts_of",
    "follow_employer",
    "meet_employer",
    "note_looks",
    "note_opening",
    "open_feed",
    "refresh",
    "remind",
    "remove_language",
    "remove_qualification",
    "remove_station",
    "remove_step",
    "save_about",
    "save_contact",
    "save_goal",
    "save_hours",
    "save_language",
    "save_licences",
    "save_name",
    "save_occupation",
    "save_place",
    "save_recognition",
    "save_shifts",
    "save_week",
    "say_still_right",
    "share",
    "show_confirmation",
    "show_items",
    "show_original",
    "show_papers",
    "show_stations",
    "show_ways",
    "start",
    "take_mark_off",
    "take_over",
    "throw_away",
    "token_of",
    "unblock",
]
