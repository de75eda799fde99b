"""One of everything, so that every address of the house leads somewhere: used by tests that walk all of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from html.parser import HTMLParser
from uuid import uuid4

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils import timezone

from accounts import mfa, registry
from accounts.ids import new_token
from accounts.models import User
from network.contacts.models import Offer
from network.contacts.notices.answering import express
from network.desk import actions as desk
from network.desk import asking, helping
from network.employers import actions as employers
from network.moving import actions as moving
from network.occupations.models import QualificationKind
from network.partners import actions as partners
from network.profiles import actions as profiles
from network.profiles import mail_links
from network.profiles.models import Qualification, Station
from network.profiles.steps import Step
from network.samples.models import WorkSample
from network.search.models import SavedSearch
from network.search.saved import links as links_of_searches
from network.search.shortlist import actions as shortlist
from references.actions import Issued
from references.witness import answering
from tests import factories
from tests.desk import casework
from tests.moving.parcels import POSITIONS
from tests.references import helpers, inviting, stamps, voices, witnesses
from tests.samples.conftest import make_photo, make_sample

PART = re.compile(r"<(?:(\w+):)?(\w+)>")


@dataclass
class World:
    people: dict[str, User]
    objects: dict[str, dict[str, object]] = field(default_factory=dict)  # by name of the address, or "" for all

    def client(self, role: str) -> Client:
        """A browser; signed in, with the app that the role needs, and just confirmed, so that no door is shut for another reason."""
        client = Client()
        if person := self.people.get(role):
            if registry.needs_second_factor(person) and not mfa.has_app(person):
                TOTP.activate(person, generate_totp_secret())
            client.force_login(person)
            asked = RequestFactory().get("/")
            asked.session = client.session
            record_authentication(asked, person, "code", reauthenticated=True)
            asked.session.save()
        return client


def build(anna: User, brandt, monika: User, talheim, rita: User, fremder: User, fuerth) -> World:
    """Anna with a full page, her boss Monika, Rita who recruits and administrates, Petra at the desk, Fremder who has nothing.

    Callbacks on commit must run at once, see commit_at_once().
    """
    petra = factories.make_user("petra@desk.example")
    desk.add_member(by=None, user=petra, name="Petra Hofmann")
    TOTP.activate(petra, generate_totp_secret())
    kind = QualificationKind.objects.create(slug="stapler", bit=1, names={"de": "Staplerschein"}, rule="none")
    paper = profiles.add_qualification(by=anna, profile=anna.profile, kind=kind, issued=date(2020, 1, 1), issuer="TÜV")
    block = profiles.block(by=anna, profile=anna.profile, employer="Firma Fern")
    issued = helpers.reference_for(anna, brandt, statements=[helpers.make_statements()[0].code], text="Sehr genau.")
    station = helpers.make_station(anna, brandt, start=date(2021, 1, 1), end=None)
    asked = helpers.ask(anna, station, "offen@brandt-elektro.example")
    links = helpers.links_to("offen@brandt-elektro.example")
    helpers.answer(asked)
    sample = make_sample(anna)
    photo = make_photo(sample, state="waiting")  # it was prepared at once, as everything that waits for a commit
    photo.refresh_from_db()
    confirmable = witnesses.sample_of(anna, brandt)
    witness = witnesses.asked(anna, confirmable)
    own = witnesses.confirm(witnesses.asked(anna, confirmable, "zweite@kunde.example"))
    offer = _offer(talheim, anna, rita)
    keys = [f"station:{station.pk}", f"sample:{sample.pk}"]
    shared = profiles.share(by=anna, profile=anna.profile, name="Herr Fern", items=keys, days=7, once="world")
    talheim.memberships.filter(user=rita).update(is_admin=True)
    invited = employers.invite(by=rita, employer=talheim, email=fremder.email, is_referee=True)
    branch = factories.make_employer("Talheim Nord", fuerth, checked=False, parent_asked=talheim, merge_asked=talheim)
    every = {
        "handle": anna.profile.handle,
        "public_id": talheim.public_id,
        "employer_id": talheim.public_id,
        "branch_id": branch.public_id,
        "other_id": branch.public_id,
        "reference_id": issued.reference.public_id,
        "token": links[-1].removeprefix("/r/").strip("/"),
        "photo_id": photo.pk,
        "width": photo.widths[0],
        "sample": confirmable.pk,
        "station": station.pk,
        "pk": talheim.memberships.get(user=rita).pk,
        "step": "you",
        "kind": "piece",
        "key": "name",
        "name": "x",
        "language": "de",
    }
    set_up = helping.begin(by=petra)
    case = casework.contested(issued.reference)
    asking.ask(by=petra, case=case, who="worker", words="Wer war es?")
    question, by_mail = new_token()
    case.questions.update(token_hash=by_mail)
    special: dict[str, dict[str, object]] = {
        "": every,
        "employers:invitation": {"token": helpers.links_to(fremder.email)[-1].strip("/").rpartition("/")[2]},
        "employers:invitation_again": {"pk": invited.pk},
        "desk:hand_over": {"pk": set_up.pk},
        "desk:throw_away": {"pk": set_up.pk},
        "desk:stop": {"pk": set_up.pk},
        "desk:answer_by_link": {"token": question},
        **{f"desk:{name}": {"pk": case.pk} for name in ("case", "ask_side", "own_case", "answer", "contest")},
        "references:manage": {"token": issued.manage_token},
        "references:question": {"token": issued.manage_token},
        "references:correct": {"token": issued.manage_token},
        "references:correct_own": {"public_id": brandt.public_id},
        "references:verify": {"public_id": issued.reference.public_id},
        "references:how": {"public_id": issued.reference.public_id},
        "references:request": {"public_id": asked.public_id},
        "references:remind": {"public_id": asked.public_id},
        "references:take_back": {"public_id": asked.public_id},
        "references:read": {"public_id": issued.reference.public_id},
        "references:decide": {"public_id": issued.reference.public_id},
        "references:withdraw": {"public_id": brandt.public_id},
        "references:object": {"public_id": brandt.public_id},
        "references:of_employer": {"public_id": brandt.public_id},
        **_steps(anna, station),
        "profiles:add_station_of": {"kind": "family"},
        "profiles:change_station_to": {"pk": helpers.make_station(anna).pk, "kind": "training"},
        "profiles:change_station": {"pk": station.pk},
        "profiles:remove_station": {"pk": station.pk},
        "profiles:feed": {"token": profiles.open_feed(by=anna, profile=anna.profile)},
        "profiles:add_qualification_of": {"slug": kind.slug},
        "profiles:unblock": {"pk": block.pk},
        "profiles:by_mail": {"token": mail_links.token(anna.profile, mail_links.Kind.YEARLY)},
        "profiles:shared": {"token": shared.token},
        "profiles:share": {"pk": shared.share.pk},
        "profiles:end_share": {"pk": shared.share.pk},
        "profiles:preview": {"reader": "recruiter"},
        "profiles:preview_firm": {"public_id": brandt.public_id},
        "home:sitemap_of": {"section": "people"},
        **_notices(talheim, rita, anna, keys),
        **_program(talheim, rita, issued),
    }
    for name in ("", "_you", "_code", "_new_link"):
        special[f"references:witness{name}"] = {"token": witnesses.mailed()}
    special["references:witness_own"] = {"token": own}
    boss = witnesses.asked(anna, confirmable, "dritte@kunde.example", role="boss")
    answering.keep(by=None, witness=boss, answer=witnesses.answer(confirmable, role="boss"))
    special["references:witness_code"] = {"token": witnesses.mailed("dritte@kunde.example")}
    waiting = inviting.invite(rita, talheim, inviting.words(anna.profile.occupation), email=anna.email, name="Anna")
    for name in ("invited", "invited_sign_in", "invited_new_link"):
        special[f"references:{name}"] = {"token": inviting.token(anna.email)}
    for name in ("invited_own", "invited_take"):
        special[f"references:{name}"] = {"public_id": waiting.public_id}
    special |= _voices(anna) | _stamps(anna, brandt, monika) | _searches(talheim, rita)
    special["references:inviting_write"] = {"sheet": "new", "question": "who"}
    moving.keep(by=anna, uploads=[SimpleUploadedFile("Positions.csv", POSITIONS.encode())])
    for name in ("contest", "pressed"):
        special[f"references:{name}"] = {"public_id": issued.reference.public_id}
    special |= _own_words(anna, confirmable, issued)
    for name in ("read", "decide", "take_back"):
        special[f"references:witness_{name}"] = {"public_id": witness.public_id}
    for name in ("offer", "yes", "yes_check", "no", "missed", "report", "sent_offer", "sent_done", "tell"):
        special[f"contacts:{name}"] = {"public_id": offer.public_id}
    for name in ("qualification", "change_qualification", "remove_qualification", "show_original", "take_mark_off"):
        special[f"profiles:{name}"] = {"pk": paper.pk}
    special["profiles:recognition"] = {"pk": _recognition(anna).pk}
    for name in (
        "one",
        "text",
        "when",
        "consent",
        "delete",
        "photos",
        "photo",
        "move",
        "agree",
        "same",
        "remove-photo",
    ):
        special[f"samples:{name}"] = {"pk": sample.pk}
    return World({"anna": anna, "monika": monika, "rita": rita, "petra": petra, "fremder": fremder}, special)


def _notices(employer, rita: User, anna: User, keys: list[str]) -> dict[str, dict[str, object]]:
    notice = factories.make_notice(employer, rita)
    express(by=anna, notice=notice, items=keys[:1], once=str(uuid4()))
    hung: dict[str, object] = {"public_id": notice.public_id}
    names = ("notice", "own_notice", "change_notice", "end_notice", "renew_notice", "interest", "take_back_interest")
    return {f"contacts:{name}": hung for name in names}


def _program(employer, rita: User, issued: Issued) -> dict[str, dict[str, object]]:
    """A program of Rita's firm may read along."""
    key = partners.make(by=rita, member=employer.memberships.get(user=rita), name="Börse", once=uuid4()).key
    return {
        "partners:end_key": {"public_id": key.public_id},
        "partners:notice": {"public_id": employer.notices.get().public_id},
        "partners:reference": {"public_id": issued.reference.public_id},
    }


def _stamps(anna: User, brandt, monika: User) -> dict[str, dict[str, object]]:
    """Anna agreed to be on Brandt's list, and Monika has answered it."""
    answer = stamps.said(monika, stamps.open_round(brandt), stamps.working(anna, brandt))
    return {
        "references:stamp_agree": {"station": answer.station_id},
        **{f"references:stamp_{name}": {"answer": answer.pk} for name in ("take_off", "contest")},
        "references:stamp_take_back": {"public_id": brandt.public_id, "answer": answer.pk},
    }


def _voices(anna: User) -> dict[str, dict[str, object]]:
    """A colleague who is in the middle of it, one who has spoken, and a station to ask about."""
    station = voices.station_of(anna)
    spoken, open_one = voices.asked(voices.at(station)), voices.asked(voices.at(station), "zwei@team.example")
    own = voices.confirm(spoken)
    voices.answer(open_one)
    token: dict[str, object] = {"token": voices.mailed("zwei@team.example")}
    about: dict[str, object] = {"word": "station", "pk": station.pk}
    one: dict[str, object] = {"public_id": spoken.public_id}
    steps = ("", "_seen", "_check", "_mailbox", "_code", "_no", "_never", "_new_link")
    return {
        **{f"references:voice{name}": token for name in steps},
        **{f"references:{name}": about for name in ("voices_about", "voice_ask", "voice_room")},
        **{
            f"references:voice_{name}": one
            for name in ("read", "decide", "remind", "take_back", "how", "given", "contest")
        },
        "references:voice_own": {"token": own},
    }


def _searches(employer, rita: User) -> dict[str, dict[str, object]]:
    """Rita wants a mail when somebody new fits."""
    search = SavedSearch.objects.create(
        employer=employer, user=rita, rhythm="daily", query="postcode=90762&field=elektro", words="Elektro",
        place=employer.place, radius=25, groups=["elektro"], ends_on=timezone.localdate() + timedelta(days=90),
    )  # fmt: skip
    return {
        "search:saved_one": {"public_id": search.public_id},
        "search:by_mail": {"token": links_of_searches.token(search)},
    }


def _steps(anna: User, station: Station) -> dict[str, dict[str, object]]:
    step = Step("foreman", "", date(2022, 4, 1))
    profiles.add_step(by=anna, station=station, step=step)
    here: dict[str, object] = {"pk": station.pk, "step": step.key}
    return {f"profiles:{name}": here for name in ("steps", "change_step", "remove_step")}


def _own_words(anna: User, sample: WorkSample, issued: Issued) -> dict[str, dict[str, object]]:
    """What a boss and a customer have said without account, by fresh links; the same numbers for who is signed in."""
    box = "haus@kunde.example"
    house = witnesses.asked(anna, sample, box)
    witnesses.confirm(house)
    about, fresh = {"public_id": issued.reference.public_id}, {"token": helpers.fresh_token()}
    special: dict[str, dict[str, object]] = {"references:manage_name": {"token": issued.manage_token}}
    for name in ("all", "reference", "name", "withdraw", "pressed"):
        special[f"references:managing_{name}"] = {**fresh, **about}
        special[f"references:signed_{name}"] = {**about}
    special["references:managing_witness"] = {"token": helpers.fresh_token(box), "public_id": house.public_id}
    special["references:signed_witness"] = {"public_id": house.public_id}
    spoken = voices.asked(voices.at(voices.station_of(anna)), "team@kunde.example")
    voices.confirm(spoken)
    special["references:managing_voice"] = {
        "token": helpers.fresh_token("team@kunde.example"),
        "public_id": spoken.public_id,
    }
    return special


def _recognition(anna: User) -> Qualification:
    names = {"de": "Anerkennung", "en": "Recognition"}
    kind = QualificationKind.objects.create(slug="anerkennung", bit=2, names=names, rule="none")
    return profiles.add_qualification(by=anna, profile=anna.profile, kind=kind)


def _offer(employer, anna: User, rita: User) -> Offer:
    """And Anna is on the list of the firm."""
    shortlist.put(by=rita, employer=employer, profile=anna.profile, note="Ruft zurück.")
    return Offer.objects.create(
        employer=employer,
        profile=anna.profile,
        sent_by=rita,
        title="Elektronikerin",
        place=employer.place,
        shift="day",
        pay_min=22,
        pay_max=25,
        pay_unit="hour",
        permanent=True,
        contact_name="Rita Renner",
        contact_phone="+491713920055",
        text="Kommen Sie vorbei.",
        expires_at=timezone.now() + timedelta(days=14),
    )


def routes(resolver: URLResolver | None = None, prefix: str = "", space: str = "") -> Iterator[tuple[str, str]]:
    """(name with namespace, route) of every address."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from routes(entry, prefix + str(entry.pattern), inner)
        elif isinstance(entry, URLPattern):
            yield f"{space}{entry.name}", prefix + str(entry.pattern)


def path(world: World, name: str, route: str, nasty: dict[str, str] | None = None) -> str:
    """The address of what is there; with `nasty` (value by converter) the address of what is not."""
    values = {**world.objects[""], **world.objects.get(name, {})}

    def value(found: re.Match[str]) -> str:
        return nasty[found[1] or "str"] if nasty else str(values[found[2]])

    return "/" + PART.sub(value, route)


class Fields(HTMLParser):
    """What a browser would send: by name the first value of each field of a page's forms, and which are typed freely."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.values: dict[str, str] = {}
        self.typed: dict[str, int] = {}  # and how long it may get
        self.select = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        name, kind = said.get("name", ""), said.get("type", "text")
        if tag == "select":
            self.select = name
        elif tag == "option" and self.select and (said.get("value") or self.select not in self.values):
            if not self.values.get(self.select) or "selected" in said:
                self.values[self.select] = said.get("value", "")
        elif tag in ("input", "textarea", "button") and name and name != "csrfmiddlewaretoken":
            if tag == "textarea" or kind in ("text", "email", "tel", "hidden", "search"):
                self.typed[name] = int(said.get("maxlength", 300))
            self.values.setdefault(name, said.get("value", "on" if kind == "checkbox" else ""))
            if "checked" in said:
                self.values[name] = said.get("value", "on")

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self.select = ""
