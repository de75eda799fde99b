"""Which photos a witness sees: those that stand on the page anyway for whoever she is, and no other.

What is confirmed are words. A photo that the worker has not shown yet stays with the worker: the link of a mail can be handed on, and
consent to a photo is given for the page alone.
"""

from django.http import HttpRequest

from network.employers.viewer import viewer_of
from network.profiles.models import Profile
from network.profiles.sight import sight_of
from network.samples.models import WorkSample
from network.samples.shots import Gallery, gallery


def gallery_for(request: HttpRequest, sample: WorkSample) -> Gallery:
    """At most three statements."""
    if not sample.shown:
        return Gallery()
    viewer = viewer_of(request.user)
    sees = sight_of(sample.profile, viewer).sees(sample.key, sample.audience)
    if not sees or not Profile.objects.openable_by(viewer).filter(pk=sample.profile_id).exists():
        return Gallery()
    return gallery(sample)
