"""Cases for tests: about references, decided by Petra."""

from accounts.models import User
from network.desk import actions, cases, own
from network.desk.models import Case
from references.models import Reference
from tests import factories
from tests.employers.helpers import enter
from tests.references import helpers

REASON = "Die Meisterin hat es bestätigt."
SECRET = "Hat die Schlüssel gehütet."
WORDS = "Frau Brandt war da gar nicht mehr."
QUESTION = "Haben Sie das unterschrieben?"


def at_desk(email: str = "petra@desk.example", name: str = "Petra Hofmann") -> User:
    user = User.objects.filter(email=email).first() or factories.make_user(email)
    actions.add_member(by=None, user=user, name=name)
    return user


def reference(worker: User, employer, by: User | None = None, **changes) -> Reference:
    """Signed, not shown; `SECRET` stands in it."""
    text = {"text": SECRET, "statements": [helpers.make_statements()[0].code]}
    return helpers.sign(helpers.ask(worker, helpers.make_station(worker, employer)), by, **text, **changes).reference


def contested(reference: Reference, words: str = "Das war nicht meine Meisterin.") -> Case:
    return cases.open_case(
        by=reference.profile.user,
        kind=Case.Kind.CONTEST,
        subject=reference.key_of_item,
        profile=reference.profile,
        employer=reference.employer,
        words=words,
    )


def asks(user) -> bool | None:
    """Of the line in the own area: None where there is none, else whether the desk asks."""
    return own.told_to(user).order_by("-asks").values_list("asks", flat=True).first()


def ask(petra, case, who="referee", words=QUESTION):
    return enter(petra).post(f"/desk/cases/{case.pk}/ask/", {"who": who, "words": words})
