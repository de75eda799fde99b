"""Mails about cases. The reason stands in them, and no word about anybody that the desk did not write for all sides."""

from collections.abc import Sequence

from django.conf import settings
from django.urls import reverse

from accounts import mail
from network.desk.models import Case, CaseQuestion
from network.desk.registry import Side

HEARD = (Case.Kind.CONTEST, Case.Kind.OBJECTION, *Case.PRIVATE)


def decided(case: Case, sides: Sequence[Side]) -> None:
    """To everybody it concerns. What only looked unusual and stays needs no mail: it stands in the own area (law 15)."""
    asked = case.questions.exists()
    if case.outcome == Case.Outcome.STAYS and case.kind not in HEARD and not asked:
        return
    context = {
        "case": case,
        "outcome": _outcome(case),
        "link": mail.link(reverse("desk:own_case", args=[case.pk])),
    }
    told = {user.email for side in sides for user in side.users}
    if case.profile and not case.is_private:
        told.add(case.profile.user.email)
    for email in sorted(told):
        mail.send("desk/emails/decided", to=email, context=context, language=settings.LANGUAGE_CODE)


def _outcome(case: Case) -> str:
    """In a word for the template; where a decision was contested, about that one."""
    if case.contests_id:
        return "holds" if case.outcome == Case.Outcome.STAYS else "wrong"
    if case.kind == Case.Kind.REPORTED:
        return "nothing-wrong" if case.outcome == Case.Outcome.STAYS else "was-wrong"
    return case.outcome


def asked(question: CaseQuestion, side: Side, token: str) -> None:
    """To each account of the side, or with an own link to a mailbox that is still known."""
    context = {"until": question.expires_at}
    own = {**context, "link": mail.link(reverse("desk:own_case", args=[question.case_id]))}
    for user in side.users:
        mail.send("desk/emails/asked", to=user.email, context=own, language=settings.LANGUAGE_CODE)
    if token:
        by_link = {**context, "link": mail.link(reverse("desk:answer_by_link", args=[token]))}
        mail.send("desk/emails/asked", to=side.email, context=by_link, language=side.language or None)
