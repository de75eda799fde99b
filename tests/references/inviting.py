"""Short ways through the real doors of invitations by a firm."""

from accounts.models import User
from network.employers.models import Employer
from network.occupations.models import Occupation
from references.drafts import Draft
from references.inviting import actions
from references.inviting.actions import Person
from references.inviting.writing import EVERY_ANSWER
from references.models import WorkerInvitation
from tests.references import helpers

SAMIRA = "samira@post.example"


def words(occupation: Occupation, **changes) -> dict:
    draft = Draft(answer="other", first="2019-09", occupation=occupation.slug, statements=["craft.test-0"], again=True)
    draft.text, draft.name, draft.role, draft.relation = (
        "Hat immer abgeschlossen.",
        "Monika Brandt",
        "Meisterin",
        "superior",
    )
    draft.answered = EVERY_ANSWER
    for name, value in changes.items():
        setattr(draft, name, value)
    return draft.as_json()


def invite(
    by: User,
    employer: Employer,
    said: dict | None = None,
    email: str = SAMIRA,
    name: str = "Samira Keller",
    message: str = "",
) -> WorkerInvitation:
    batch = actions.invite(by=by, employer=employer, people=[Person(name, email, said or {})], message=message)
    return WorkerInvitation.objects.get(batch=batch)


def token(to: str = SAMIRA) -> str:
    """Of the newest mail."""
    return helpers.last_link(to).removeprefix("/i/").strip("/")
