"""Sentences that several pages say."""

from django.utils.translation import gettext_lazy as _

from network.samples.images import Problem

REFUSED = {
    Problem.EMPTY: _("This file is empty. Choose the picture again."),
    Problem.TOO_BIG: _("This file is larger than 25 MB. Choose a smaller picture."),
    Problem.TOO_MANY_PIXELS: _("This picture has more than 50 megapixels. Choose a smaller picture."),
    Problem.PDF: _("This is a PDF, not a picture. Take a photo of the page or choose a picture."),
    Problem.GIF: _("This is a GIF. Choose a photo: JPEG, PNG, WebP or HEIC."),
    Problem.SVG: _("This is a drawing in SVG format. Choose a photo: JPEG, PNG, WebP or HEIC."),
    Problem.TEXT: _("This is a text, not a picture. Choose a photo: JPEG, PNG, WebP or HEIC."),
    Problem.NOT_A_PICTURE: _("We cannot read this file as a picture. Choose a photo: JPEG, PNG, WebP or HEIC."),
    Problem.TRUNCATED: _("A part of this picture is missing. It may have been copied only half. Choose it again."),
}
STORAGE = _("We could not store the picture just now. Choose it again in a few minutes. What you typed is still here.")
CARE = _(
    "In care there are no photos here. Residents and patients must not be recognisable, and the law protects what "
    "you know about them. Write a case instead: what was the situation, what did you do?"
)
TOO_LONG = _("Use at most %(limit_value)d characters. You used %(show_value)d.")
NOT_THERE = _("In this month you were not at this firm. Check month and firm.")
NO_TRACE = _("No names, no room, no date of birth, no illness.")
NO_NAMES = _("Name nobody.")
NO_PEOPLE = _("In your trade photos show no people. Choose a photo of the piece alone.")
READABLE = _("Crop the photo so that nothing can be read, or take another one. This one stays hidden.")
FULL = _("There are %(count)d photos already. Remove one before you add another.")
UNKNOWN = _("Tell us your occupation first. Then you can show work with photos.")
