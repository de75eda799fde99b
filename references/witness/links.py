"""What stands behind the secret of a witness. Reading never changes anything (law 8)."""

from accounts.ids import hash_token
from references.links import MOST, Standing, behind, standing
from references.models import Witness, WitnessLink


def find(token: str) -> tuple[Witness, Standing] | None:
    """None for an altered or unknown secret: both look the same."""
    links = WitnessLink.objects.select_related(
        "witness__profile__user",
        "witness__profile__occupation__field",
        "witness__sample__station__place",
        "witness__sample__station__employer__place",
        "witness__sample__station__occupation__field",
    )
    link = behind(links, token)
    if link is None:
        return None
    witness = link.witness
    witness.sample.profile = witness.profile
    return witness, standing(witness, link)


def find_own(token: str) -> Witness | None:
    """What the holder of this secret stands for or has taken back. It does not expire: taking back must always be possible."""
    if len(token) > MOST:
        return None
    own = Witness.objects.exclude(manage_hash="").filter(state=Witness.State.ANSWERED).with_sample()
    return own.filter(manage_hash=hash_token(token)).first()
