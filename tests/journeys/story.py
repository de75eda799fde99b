"""The rows that the main journey leaves behind, made by the same actions, and the address of each of them."""

import uuid
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from typing import Any

from django.db import models
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from accounts.ids import hash_token
from accounts.models import User
from network.contacts import actions as contacts
from network.contacts import following
from network.contacts.facts import Facts
from network.contacts.notices import answering
from network.desk import actions as desk
from network.desk import cases, helping
from network.desk.models import Case, CaseQuestion
from network.employers import actions as employers
from network.employers.models import Employer
from network.partners import actions as keys
from network.places.models import Place
from network.profiles import actions as profiles
from network.search.models import SavedSearch
from network.search.saved import links
from network.search.shortlist import actions as shortlist
from references.models import Reference
from tests import factories
from tests.accounts.helpers import give_app
from tests.desk import casework
from tests.journeys import post, story_anna
from tests.references import inviting, stamps

PHONE = "+491609228371"  # for Talheim alone
SECRETS = ("Zwetschke", "9228371", "anna@example.org", "monika@brandt", *story_anna.SHOWN, *story_anna.KEPT)


@dataclass
class Story:
    """`theirs`: pages of Anna's, of Talheim's or of the desk. `open`: no sign-in needed, but not for everybody. `secret`: the
    address holds a secret of a mail. `own`: names no row. `public`: for everybody."""

    people: dict[str, User] = field(default_factory=dict)
    theirs: dict[str, dict[str, Any]] = field(default_factory=dict)
    open: dict[str, dict[str, Any]] = field(default_factory=dict)
    secret: dict[str, dict[str, Any]] = field(default_factory=dict)
    own: dict[str, dict[str, Any]] = field(default_factory=dict)
    public: dict[str, dict[str, Any]] = field(default_factory=dict)

    def all(self) -> dict[str, dict[str, Any]]:
        return {**self.theirs, **self.open, **self.secret, **self.own, **self.public}


# A session opens nothing there, whoever's it is: tests/partners asks with keys.
FOR_PROGRAMS = {f"partners:{name}" for name in ("search", "notices", "notice", "reference")}


def patterns() -> dict[str, URLPattern]:
    """Every route for people, by its name."""
    return {name: route for name, route in _walk(get_resolver(), "") if name not in FOR_PROGRAMS}


def _walk(resolver: URLResolver, prefix: str):
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _walk(entry, f"{prefix}{entry.namespace}:" if entry.namespace else prefix)
        else:
            yield prefix + str(entry.name), entry


def made_up(kwargs: dict[str, Any]) -> dict[str, Any]:
    """The same address for rows that do not exist."""
    return {key: _nothing(key, value) for key, value in kwargs.items()}


def _nothing(key: str, value: Any) -> Any:
    if isinstance(value, uuid.UUID):
        return uuid.UUID(int=7)
    if isinstance(value, int):
        return value if key == "width" else 987_654
    return value if key in ("step", "kind") else "nothing123"


def tell(anna: User, brandt: Employer, talheim: Employer, fuerth: Place) -> Story:
    """Anna has shown herself to checked employers and hides from Weber; she said yes to Talheim."""
    story = Story()
    people = story.people
    people["anna"], people["stranger"] = anna, factories.make_user("fremd@example.org")
    people["worker"] = factories.make_user("andere@example.org")  # a stranger with a page of her own
    factories.make_profile(people["worker"], name="Olga Andere", visibility="off")
    weber = factories.make_employer("Bau Weber", fuerth)
    for name, firm in (("blocked", weber), ("tilo", talheim), ("monika", brandt)):
        people[name] = factories.make_user(f"{name}@{firm.public_id}.example")
        factories.make_member(firm, people[name], name.title(), is_admin=True, is_referee=True, is_recruiter=True)
        give_app(people[name])
    people["petra"] = factories.make_user("petra@desk.example")
    desk.add_member(by=None, user=people["petra"], name="Petra Hofmann")
    give_app(people["petra"])
    story_anna.tell(story, anna, brandt, weber)
    _contact_rows(story, anna, talheim, fuerth)
    _employer_rows(story, talheim, fuerth)
    _desk_rows(story)
    _case(story, anna)
    story.public["employers:public"] = {"public_id": talheim.public_id}
    story.public["home:sitemap_of"] = {"section": "people"}
    return story


OFFERED = ("offer", "yes", "yes_check", "no", "missed", "report")


def _contact_rows(story: Story, anna: User, talheim: Employer, place: Place) -> None:
    pay = (Decimal(21), Decimal(25), "hour")
    facts = Facts("Elektronikerin", place, "day", *pay, True, None, None, "Tilo Talheim", "+499115550120")
    offer = contacts.send(by=story.people["tilo"], employer=talheim, profile=anna.profile, facts=facts)
    contacts.say_yes(by=anna, offer=offer, name="Anna Zwetschke", phone=PHONE, call_when="nach 17 Uhr")
    following.report(by=anna, offer=offer, wrong="money", words=story_anna.REPORTS)
    shortlist.put(by=story.people["tilo"], employer=talheim, profile=anna.profile, note="Zwetschke ruft zurück.")
    search = SavedSearch.objects.create(
        employer=talheim, user=story.people["tilo"], rhythm="daily", query="postcode=90762", words="Zwetschke gesucht",
        place=place, radius=25, groups=["elektro"], ends_on=timezone.localdate() + timedelta(days=90),
    )  # fmt: skip
    story.theirs["search:saved_one"] = {"public_id": search.public_id}
    story.secret["search:by_mail"] = {"token": links.token(search)}
    sent = {"employer_id": talheim.public_id, "public_id": offer.public_id}
    story.theirs |= {
        **{f"contacts:{name}": {"handle": anna.profile.handle} for name in ("new", "check")},
        "search:remember": {"handle": anna.profile.handle},
        "search:note": {"employer_id": talheim.public_id, "handle": anna.profile.handle},
        **{
            f"search:{name}": {"employer_id": talheim.public_id} for name in ("shortlist", "compare", "shortlist_paper")
        },
        **{f"contacts:{name}": {"public_id": offer.public_id} for name in OFFERED},
        "contacts:sent": {"employer_id": talheim.public_id},
        "contacts:sent_offer": sent,
        "contacts:sent_done": sent,
        "contacts:tell": sent,
    }
    _notice_rows(story, anna, talheim)
    _key_rows(story, talheim)


def _key_rows(story: Story, talheim: Employer) -> None:
    """A program of the firm may read along."""
    tilo, here = story.people["tilo"], {"employer_id": talheim.public_id}
    key = keys.make(by=tilo, member=talheim.memberships.get(user=tilo), name="Zwetschke", once=uuid.uuid4()).key
    story.theirs |= {f"partners:{name}": here for name in ("keys", "new_key")}
    story.theirs["partners:end_key"] = {**here, "public_id": key.public_id}


def _notice_rows(story: Story, anna: User, talheim: Employer) -> None:
    hung, over = (factories.make_notice(talheim, story.people["tilo"], ended_at=at) for at in (None, timezone.now()))
    shown = f"station:{anna.profile.stations.values_list('pk', flat=True)[0]}"
    answering.express(by=anna, notice=hung, items=[shown], once=str(uuid.uuid4()))
    here = {"employer_id": talheim.public_id}
    story.own["contacts:interest"] = story.public["contacts:notice"] = {"public_id": hung.public_id}
    story.theirs["contacts:take_back_interest"] = {"public_id": hung.public_id}
    story.theirs |= {
        **{f"contacts:{name}": here for name in ("notices_of", "new_notice")},
        **{f"contacts:{name}_notice": {**here, "public_id": hung.public_id} for name in ("own", "change", "end")},
        "contacts:renew_notice": {**here, "public_id": over.public_id},
    }


def _employer_rows(story: Story, talheim: Employer, place: Place) -> None:
    tilo, here = story.people["tilo"], {"public_id": talheim.public_id}
    member = talheim.memberships.get(user=tilo)
    invited = employers.invite(by=tilo, employer=talheim, email="rita@talheim.example", is_recruiter=True)
    token = post.link("rita@talheim.example").strip("/").split("/")[-1]
    _invitation(story, talheim)
    _stamp(story, talheim)
    asks = {"parent_asked": talheim, "merge_asked": talheim, "merge_agreed_at": timezone.now()}
    branch = factories.make_employer("Talheim Fürth", place, **asks)
    names = (
        "area",
        "leave",
        "proof",
        "proof_code",
        "people",
        "invite",
        "settings",
        "facts",
        "council",
        "parent",
        "merge",
    )
    said = story.open["references:verify"]["public_id"]
    story.theirs |= {f"employers:{name}": here for name in names}
    story.theirs |= {
        "employers:invitation_again": {**here, "pk": invited.pk},
        "employers:roles": {**here, "pk": member.pk},
        "employers:end": {**here, "pk": member.pk},
        "employers:branch": {**here, "branch_id": branch.public_id},
        "employers:merge_answer": {**here, "other_id": branch.public_id},
        "references:of_employer": here,
        **{f"references:{name}": here for name in ("inviting", "inviting_team", "inviting_take_back")},
        "references:inviting_write": {**here, "sheet": "new", "question": "who"},
        **{f"profiles:{name}": here for name in ("employer_digits", "employer_looks")},
        "references:withdraw": {**here, "reference_id": said},
        "references:object": {**here, "reference_id": said},
        **{f"desk:{name}": here for name in ("employer", "correct", "invite")},
        "desk:merge": {"public_id": branch.public_id},
    }
    story.secret["employers:invitation"] = {"token": token}


def _invitation(story: Story, talheim: Employer) -> None:
    """Tilo has written something for Anna, which waits for her."""
    anna = story.people["anna"]
    said = inviting.words(anna.profile.occupation, text=story_anna.FIRM_SAYS, name="Tilo Talheim")
    waiting = {
        "public_id": inviting.invite(story.people["tilo"], talheim, said, email=anna.email, name="Anna").public_id
    }
    token = {"token": inviting.token(anna.email)}
    story.theirs |= {f"references:{name}": waiting for name in ("invited_own", "invited_take")}
    story.secret |= {f"references:{name}": token for name in ("invited", "invited_sign_in", "invited_new_link")}


def _stamp(story: Story, talheim: Employer) -> None:
    """Anna agreed to be on Talheim's list, and Tilo has answered it."""
    anna, tilo, here = story.people["anna"], story.people["tilo"], {"public_id": talheim.public_id}
    station = stamps.working(anna, talheim)
    answer = {"answer": stamps.said(tilo, stamps.open_round(talheim), station).pk}
    story.theirs |= {f"references:{name}": here for name in ("stamp", "stamp_mails")}
    story.theirs |= {f"references:stamp_{name}": answer for name in ("take_off", "contest")}
    story.theirs |= {
        "references:stamp_agree": {"station": station.pk},
        "references:stamp_take_back": {**here, **answer},
    }


def _desk_rows(story: Story) -> None:
    """Petra helps somebody who has not taken the page over yet."""
    petra = story.people["petra"]
    set_up = helping.begin(by=petra)
    assert set_up.profile
    profiles.save_name(by=petra, profile=set_up.profile, name="Ada Zwetschke", name_shown="full")
    helping.show_digits(by=petra, set_up=set_up)
    story.theirs |= {f"desk:{name}": {"pk": set_up.pk} for name in ("hand_over", "throw_away", "stop")}


def _case(story: Story, anna: User) -> None:
    """Anna contests what Monika has signed; the desk asks Monika, by the page of her own word and by a mail."""
    signed = Reference.objects.get(public_id=story.theirs["references:read"]["public_id"])
    case = casework.contested(signed, story_anna.CONTESTS)
    kind = Case.Kind.FORCED
    cases.open_case(by=anna, kind=kind, subject=case.subject, profile=case.profile, words=story_anna.TOLD_ALONE)
    petra, token = story.people["petra"], "frage-an-monika-frage-an-monika"
    until = timezone.now() + timedelta(days=14)
    asked = {"case": case, "by": petra, "words": story_anna.DESK_ASKS, "expires_at": until}
    CaseQuestion.objects.create(who=CaseQuestion.Who.REFEREE, token_hash=hash_token(token), **asked)
    CaseQuestion.objects.create(who=CaseQuestion.Who.WORKER, **asked)
    about = {"pk": case.pk}
    story.theirs |= {f"desk:{name}": about for name in ("case", "ask_side", "own_case", "contest", "answer")}
    story.theirs |= {f"references:{name}": {"public_id": signed.public_id} for name in ("contest", "pressed")}
    story.theirs["references:correct_own"] = {"public_id": signed.employer.public_id, "reference_id": signed.public_id}
    story.secret["desk:answer_by_link"] = {"token": token}
    story.secret |= {f"references:{name}": story.secret["references:manage"] for name in ("correct", "question")}


def rows(*leave_out: str) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table, but those of the tables named."""
    from django.apps import apps

    tables: list[type[models.Model]] = [each for each in apps.get_models() if each._meta.label not in leave_out]
    return {each._meta.label: list(each._base_manager.order_by("pk").values()) for each in tables}
