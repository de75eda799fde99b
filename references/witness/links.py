"""What stands behind the secret of a witness. Reading never changes anything (law 8)."""

from references.links import Standing
from references.models import Witness, WitnessLink
from references.said import links


def find(token: str) -> tuple[Witness, Standing] | None:
    return links.find(Witness, WitnessLink.objects.all(), token)
