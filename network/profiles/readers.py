"""May somebody read one item at an address of its own: a photo, a check page?"""

from network.employers.viewer import Viewer
from network.profiles import passes
from network.profiles.models import Profile, ShareLink
from network.profiles.sight import sight_of


def reads(viewer: Viewer, profile: Profile, key: str, audience: str) -> bool:
    """Within the page, which has been asked for before: by who the viewer is."""
    return sight_of(profile, viewer).sees(key, audience)


def holds_pass(viewer: Viewer, profile: Profile, key: str, passed: str) -> bool:
    """By a share link that names the item, while it is alive, whatever the page itself shows. Never for a firm that is blocked (law 4)."""
    share = passes.read(passed, key)
    return share is not None and ShareLink.objects.gives(share, profile.pk, viewer).exists()
