"""What is said to people about their files: why one is refused, what stays behind, what was changed on the way."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext, pgettext_lazy

from network.moving.reading.found import Problem

REFUSED: dict[Problem, str | Promise] = {
    Problem.EMPTY: _("This file is empty. Choose another one"),
    Problem.TOO_BIG: _("This file is larger than 10 MB. Choose a smaller one"),
    Problem.TOO_BIG_ARCHIVE: _(
        "This ZIP file is larger than 200 MB. Choose profile.json from it, without the pictures"
    ),
    Problem.BROKEN_ZIP: _("This ZIP file is damaged. Save it once more where you got it"),
    Problem.PASSWORD: _("This ZIP file has a password. Choose one without"),
    Problem.TOO_MANY_NAMES: _("There are too many files in this ZIP file. Choose the files that you need"),
    Problem.SAME_NAME_TWICE: _("Two files in this ZIP file have the same name. Save it once more where you got it"),
    Problem.BROKEN_JSON: _("This JSON file is damaged. Save it once more where you got it"),
    Problem.BROKEN_TABLE: _("A line in this table is too long. Save it once more where you got it"),
    Problem.NEWER: _("This file comes from a newer Handschlag. We cannot read it yet"),
    Problem.PDF: _("We cannot read PDF files. Choose a ZIP, JSON or CSV file"),
    Problem.UNKNOWN: _("We do not know this kind of file. Choose one of those named above"),
    Problem.NOTHING: _("We found nothing in it that fits on a page. Choose another file"),
}

NOTES = {
    "shortened": _("We have shortened the text: there was no room for more."),
    "hidden": _("Hidden until you confirm it again."),
}

# Why something stays behind.
LEFT = {
    "never": _("We never store this."),
    "too-fine": _("We store no address, only the postcode."),
    "no-place": _("A page has no place for it."),
    "unknown-column": _("We do not know this column."),
    "unknown-section": _("We do not know this part."),
    "unknown-kind": _("We do not know this kind."),
    "unknown-language": _("We do not know this language yet."),
    "no-begin": _("No month in which it began. Add it by hand."),
    "no-end": _("The month in which it ended cannot be read. Add it by hand."),
    "too-many": _("There are more than fit on a page."),
    "other-file": _("We do not read this file."),
    "one-archive": _("We read 1 ZIP file at a time."),
    "strange-names": _("Some files in it have names that point elsewhere. We do not open them."),
    "no-picture": _("A picture is missing in the file."),
    "references": _("Each was signed for your old page. It stays in your ZIP file, and anybody can check it there."),
    "voices": _("Whoever confirmed it did so for your old page. Ask again here."),
    "share-links": _("Old links stay old. Make new ones here."),
    "looks": _("It tells of your old page."),
    "confirmations": _("Whoever confirmed it did so for your old page. Ask again here."),
    "seen": _("Somebody must look at the original again."),
    "witnesses": _("Whoever confirmed it did so for your old page. Ask again here."),
    "handle": _("Your page has a new address here."),
    "visibility": _("Nobody sees your page here before you say so."),
}

# Names of what has none of its own in the file.
NAMES = {
    "references": pgettext_lazy("left behind", "References"),
    "voices": pgettext_lazy("left behind", "Voices of colleagues and customers"),
    "share_links": pgettext_lazy("left behind", "Links that you gave to others"),
    "looks": pgettext_lazy("left behind", "Who looked at your page"),
    "confirmations": pgettext_lazy("left behind", "Confirmed months"),
    "seen": pgettext_lazy("left behind", "Who has seen your papers"),
    "witnesses": pgettext_lazy("left behind", "Who stands for your work samples"),
    "handle": pgettext_lazy("left behind", "Address of your page"),
    "visibility": pgettext_lazy("left behind", "Who sees your page"),
}

GROUPS = {
    "you": _("About you"),
    "station": _("Stations"),
    "paper": _("Certificates and licences"),
    "sample": _("Work samples"),
    "block": _("Blocked firms"),
}
KINDS = {
    "name": _("Name"),
    "occupation": _("Occupation"),
    "place": _("Where you want to work"),
    "about": _("About your work"),
    "phone": _("Phone number"),
    "mail": _("E-mail address"),
    "goal": _("What you want here"),
    "times": _("Times of work"),
    "licences": _("Driving licences"),
    "language": _("Language"),
}

LOST = {
    "no-picture": _("A picture could not be read. Add it by hand."),
    "too-many-photos": _("There are as many photos as fit. The rest stays in your file."),
}
COUNTED = {
    "station": lambda number: ngettext("%(number)d station", "%(number)d stations", number) % {"number": number},
    "paper": lambda number: (
        ngettext("%(number)d certificate or licence", "%(number)d certificates and licences", number)
        % {"number": number}
    ),
    "sample": lambda number: ngettext("%(number)d work sample", "%(number)d work samples", number) % {"number": number},
    "block": lambda number: (
        ngettext("%(number)d blocked firm", "%(number)d blocked firms", number) % {"number": number}
    ),
    "language": lambda number: ngettext("%(number)d language", "%(number)d languages", number) % {"number": number},
}


def counted(kind: str, number: int) -> str:
    return COUNTED[kind](number) if kind in COUNTED else str(KINDS[kind])
