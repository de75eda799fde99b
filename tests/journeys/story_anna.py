"""What is Anna's in the story: all that a page can hold, made by the actions that her own pages call."""

from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import User
from network.employers.models import Employer
from network.moving import actions as moving
from network.profiles import actions as profiles
from network.profiles import mail_links
from network.profiles.models import Audience, Profile, Qualification, Station
from network.profiles.steps import Step, steps_of
from references.voices import actions as voice_actions
from references.witness import actions as witness_actions
from references.witness import answering
from tests import factories
from tests.accounts.helpers import give_passkey
from tests.journeys import post
from tests.profiles.conftest import make_kind
from tests.references import helpers as references
from tests.references import voices, witnesses
from tests.samples.conftest import make_photo, make_sample

if TYPE_CHECKING:
    from tests.journeys.story import Story

ANNA_SAYS = "Hallo Monika, magst du das bestätigen?"
MONIKA_SAYS = "Hat nachts im Altersheim den Strom wieder gebracht."
NUMBER, SHARED_WITH = "ZW-77193-K", "Frau Quittenbaum"
OWN_PHONE, OWN_MAIL = "+4915112340987", "quitte@post.example"
COLLEAGUE = "kollegin@team.example"
CUSTOMER, CALLED, ASKED = "mispel@kunde.example", "Xaver Mispel", "Weißt du noch, die Kellerleuchten?"
CHEF = "chefin@mispelbau.example"
FIRM_SAYS = "Hat die Schlehenhecke gerettet."  # written for her by Talheim, which does not learn what becomes of it
CONTESTS, DESK_ASKS = "Das war nicht die Hagebutte.", "Kennen Sie Frau Eberesche?"
TOLD_ALONE = "Der Wacholder stand daneben."  # to the desk in private: nobody else reads it, anywhere
REPORTS = "Die Schlehe wollte Geld."  # about an offer, likewise
FOUND = "Holunder Anlagenbau"
POSITIONS = (
    f"Company Name,Title,Description,Location,Started On,Finished On\r\n{FOUND},Helferin,,,Jan 2011,Feb 2012\r\n"
)

SHOWN = ("Gastweg", "Schlehenmeisterin", "Prüfstelle Vogelbeere")  # on a page for checked employers
KEPT = (  # for Anna, and for whom she wrote to, alone
    *(ANNA_SAYS, MONIKA_SAYS, NUMBER, SHARED_WITH, OWN_PHONE, "12340987", OWN_MAIL),
    *(CUSTOMER, COLLEAGUE, CALLED, ASKED, CHEF, FOUND, FIRM_SAYS, CONTESTS, DESK_ASKS, TOLD_ALONE, REPORTS),
)


def tell(story: "Story", anna: User, brandt: Employer, weber: Employer) -> None:
    profile = anna.profile
    profiles.save_name(by=anna, profile=profile, name="Anna Zwetschke", name_shown="full")
    profiles.choose_visibility(by=anna, profile=profile, visibility="employers")
    profiles.save_language(by=anna, profile=profile, language="ar", level="b1")
    nobody = Audience.NOBODY
    profiles.save_contact(
        by=anna, profile=profile, phone=OWN_PHONE, phone_audience=nobody, mail=OWN_MAIL, mail_audience=nobody
    )
    station = _references(story, anna, brandt)
    _stations(story, anna, station)
    paper = _papers(story, anna, story.people["monika"], brandt)
    _samples(story, anna)
    _witnesses(story, anna, brandt)
    _voices(story, anna)
    _ways_in(story, profile, [f"station:{station.pk}", f"paper:{paper.pk}", "phone"])
    block = profiles.block(by=anna, profile=profile, employer=weber)
    moving.keep(by=anna, uploads=[SimpleUploadedFile("Positions.csv", POSITIONS.encode())])
    key = give_passkey(story.people["monika"])
    story.theirs |= {name: {"pk": key.pk} for name in ("mfa_remove_webauthn", "mfa_edit_webauthn")}
    story.theirs |= {"profiles:unblock": {"pk": block.pk}, "profiles:preview_firm": {"public_id": brandt.public_id}}
    page = {"handle": profile.handle}
    story.open |= {"profiles:page": page, "moving:resume": page}
    story.own |= {
        "profiles:question": {"key": "name"},
        "profiles:remove_language": {"language": "ar"},
        "profiles:preview": {"reader": "recruiter"},
    }


def _references(story: "Story", anna: User, brandt: Employer) -> Station:
    """One signed, one asked for, at the station that is returned."""
    references.make_statements()
    done = references.sign(
        references.ask(anna, references.make_station(anna, brandt)), statements=["craft.test-0"], text=MONIKA_SAYS
    )
    decide = {"public_id": done.reference.public_id}
    station = references.make_station(anna, brandt)
    asked = {"public_id": references.ask(anna, station, message=ANNA_SAYS).public_id}
    token = {"token": post.link(references.BOSS).strip("/").split("/")[-1]}
    story.theirs |= {
        **{f"references:{name}": {"station": station.pk} for name in ("ask", "handshake", "paper")},
        **{f"references:{name}": asked for name in ("request", "remind", "take_back")},
        **{f"references:{name}": decide for name in ("read", "decide")},
    }
    story.open |= {f"references:{name}": decide for name in ("verify", "how")}
    story.secret |= {
        "references:start": token,
        "references:step": {**token, "step": "seen"},
        "references:new_link": token,
        "references:manage": {"token": done.manage_token},
        "references:manage_name": {"token": done.manage_token},
    }
    return station


def _stations(story: "Story", anna: User, station: Station) -> None:
    profiles.add_step(by=anna, station=station, step=Step("", SHOWN[1], date(2016, 4, 1)))
    station.refresh_from_db()
    here = {"pk": station.pk}
    free = {"pk": references.make_station(anna).pk}  # nobody was asked about it: its kind can still change
    (step,) = steps_of(station)
    story.theirs |= {
        **{f"profiles:{name}": here for name in ("change_station", "remove_station", "steps")},
        **{f"profiles:{name}": {**here, "step": step.key} for name in ("change_step", "remove_step")},
        "profiles:change_kind": free,
        "profiles:change_station_to": {**free, "kind": "training"},
    }
    story.own["profiles:add_station_of"] = {"kind": "family"}


def _papers(story: "Story", anna: User, monika: User, brandt: Employer) -> Qualification:
    """One whose original Monika has seen, and whose digits are on the screen again; and a recognition that has begun."""
    profile = anna.profile
    kind = make_kind("staplerschein", 3, "Staplerschein")
    paper = profiles.add_qualification(by=anna, profile=profile, kind=kind, issuer=SHOWN[2], number=NUMBER)
    code = profiles.show_original(by=anna, qualification=paper)
    profiles.confirm_seen(by=monika, code=code, facts=profiles.facts_of(paper), employer=brandt)
    profiles.show_original(by=anna, qualification=paper)
    abroad = profiles.add_qualification(by=anna, profile=profile, kind=make_kind("anerkennung", 4, "Anerkennung"))
    profiles.save_recognition(by=anna, qualification=abroad, months={"applied": date(2024, 3, 1)})
    names = ("qualification", "change_qualification", "remove_qualification", "show_original", "take_mark_off")
    story.theirs |= {f"profiles:{name}": {"pk": paper.pk} for name in names}
    story.theirs["profiles:recognition"] = {"pk": abroad.pk}
    story.own["profiles:add_qualification_of"] = {"slug": make_kind("ersthelfer", 5, "Ersthelfer").slug}
    return paper


def _samples(story: "Story", anna: User) -> None:
    sample = make_sample(anna, share=f"{SHOWN[0]} allein.")
    photo = make_photo(sample, state="waiting")  # the task runs at once
    in_sample, in_photo = {"pk": sample.pk}, {"pk": sample.pk, "photo_id": photo.pk}
    story.theirs |= {f"samples:{name}": in_sample for name in ("one", "text", "when", "consent", "delete", "photos")}
    story.theirs |= {f"samples:{name}": in_photo for name in ("photo", "move", "agree", "same", "remove-photo")}
    story.open["samples:file"] = {"photo_id": photo.pk, "width": 320}
    story.own["samples:write"] = {"kind": "piece"}


def _witnesses(story: "Story", anna: User, brandt: Employer) -> None:
    """A customer was asked, another has confirmed, a boss has to type her code yet; and digits are on the screen."""
    sample = witnesses.sample_of(anna, brandt)
    asked = witnesses.asked(anna, sample, CUSTOMER, name=CALLED, message=ASKED)
    confirmed = witnesses.asked(anna, sample, "zweite@kunde.example")
    own = witnesses.confirm(confirmed)
    boss = witnesses.asked(anna, sample, CHEF, role="boss")
    answering.keep(by=None, witness=boss, answer=witnesses.answer(sample, role="boss"))
    witness_actions.show_digits(by=anna, sample=sample)
    story.theirs |= {
        **{f"references:{name}": {"sample": sample.pk} for name in ("witnesses", "witness_ask", "witness_room")},
        **{f"references:witness_{name}": {"public_id": confirmed.public_id} for name in ("read", "decide")},
        "references:witness_take_back": {"public_id": asked.public_id},
    }
    secret: dict[str, dict[str, Any]] = {
        f"references:{name}": {"token": witnesses.mailed(CUSTOMER)}
        for name in ("witness", "witness_you", "witness_new_link")
    }
    story.secret |= secret
    story.secret |= {
        "references:witness_code": {"token": witnesses.mailed(CHEF)},
        "references:witness_own": {"token": own},
    }
    _own_words(story, anna, brandt)


def _own_words(story: "Story", anna: User, brandt: Employer) -> None:
    """What Monika signed and confirmed with her account, and what another boss did without one: each reaches the own words alone."""
    monika, box = story.people["monika"], "meister@werk.example"
    by_account = references.sign(
        references.ask(anna, references.make_station(anna, brandt), "amt@werk.example"), by=monika
    )
    sample = witnesses.sample_of(anna, brandt)
    seen = witnesses.asked(anna, sample, "haus@werk.example")
    witnesses.confirm(seen, by=monika)
    about = {"public_id": by_account.reference.public_id}
    story.theirs |= {f"references:signed_{name}": about for name in ("reference", "name", "withdraw", "pressed")}
    story.theirs["references:signed_witness"] = {"public_id": seen.public_id}
    by_code = references.sign(references.ask(anna, references.make_station(anna, brandt), box)).reference
    too = witnesses.asked(anna, sample, box)
    witnesses.confirm(too)
    token = {"token": references.fresh_token(box)}
    story.secret["references:managing_all"] = token
    about = {**token, "public_id": by_code.public_id}
    story.secret |= {f"references:managing_{name}": about for name in ("reference", "name", "withdraw", "pressed")}
    otto = factories.make_user("otto@werk.example")
    factories.make_profile(otto, anna.profile.occupation, brandt.place, name="Otto Ohnesorg", visibility="off")
    spoken = voices.asked(voices.at(voices.station_of(otto)), box)
    voices.confirm(spoken)
    story.secret["references:managing_voice"] = {**token, "public_id": spoken.public_id}
    story.secret["references:managing_witness"] = {**token, "public_id": too.public_id}


def _voices(story: "Story", anna: User) -> None:
    """A colleague was asked, another has spoken and is shown, signed in as Monika."""
    about, monika = voices.at(voices.station_of(anna)), story.people["monika"]
    asked = voices.asked(about, COLLEAGUE, name=CALLED, message=ASKED)
    voices.answer(asked)
    token: dict[str, Any] = {"token": voices.mailed(COLLEAGUE)}
    spoken = voices.asked(about, monika.email)
    own = voices.confirm(spoken, monika, by_code=False)
    voice_actions.release(by=anna, voice=spoken)
    voice_actions.show_digits(by=anna, about=about)
    here: dict[str, Any] = {"word": about.word, "pk": about.pk}
    story.theirs |= {
        **{f"references:{name}": here for name in ("voices_about", "voice_ask", "voice_room")},
        **{
            f"references:voice_{name}": {"public_id": spoken.public_id}
            for name in ("read", "decide", "given", "contest")
        },
        **{f"references:voice_{name}": {"public_id": asked.public_id} for name in ("remind", "take_back")},
    }
    story.open["references:voice_how"] = {"public_id": spoken.public_id}
    steps = ("", "_seen", "_check", "_mailbox", "_code", "_no", "_never", "_new_link")
    story.secret |= {f"references:voice{step}": token for step in steps}
    story.secret["references:voice_own"] = {"token": own}


def _ways_in(story: "Story", profile: Profile, items: list[str]) -> None:
    """A share link, the calendar, the link at the foot of a mail."""
    anna = profile.user
    shared = profiles.share(by=anna, profile=profile, name=SHARED_WITH, items=items, days=7, once="story")
    story.theirs |= {f"profiles:{name}": {"pk": shared.share.pk} for name in ("share", "end_share")}
    story.secret |= {
        "profiles:shared": {"token": shared.token},
        "profiles:feed": {"token": profiles.open_feed(by=anna, profile=profile)},
        "profiles:by_mail": {"token": mail_links.token(profile, mail_links.Kind.YEARLY)},
    }
