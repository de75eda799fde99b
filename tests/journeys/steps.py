"""The stretches of the journey, each by one person in one browser. They find their way by names and addresses, in any language."""

from datetime import date

from django.urls import reverse

from tests.accounts.helpers import digits
from tests.journeys import post
from tests.journeys.visitor import Visitor


def sign_up(who: Visitor, start: str = "") -> None:
    """From wherever the link to sign in was: an address, six digits, in."""
    if start:
        who.open(start)
    who.go_on(f'main a[href^="{reverse("account_signup")}"]')
    who.fill(email=who.email).go_on()
    who.fill(code=post.code(who.email)).go_on()


def set_up_app(who: Visitor) -> None:
    """The authenticator app, on the pages a role asks for it; ends where the person wanted to go."""
    assert who.path == reverse("accounts:second_factor")
    who.go_on()
    assert who.path == reverse("accounts:confirm")
    who.go_on()
    who.fill(code=post.code(who.email)).go_on()
    secret = who.page.inner_text("main code")
    who.fill(code=digits(secret)).go_on()
    assert who.path == reverse("mfa_view_recovery_codes")
    who.go_on()


# -- the worker


def make_profile(anna: Visitor, firm_id: str) -> None:
    """Name, occupation, place, last station, goal, visibility: each page leads to the next."""
    anna.open(reverse("home:start")).follow(reverse("profiles:mine"))
    sign_up(anna)
    assert anna.path == reverse("profiles:mine")
    anna.go_on()
    anna.fill(name="Anna Gärtner").choose(name_shown="initial").go_on()
    anna.fill(occupation="elektrika").go_on()
    if anna.path == reverse("profiles:question", args=["occupation"]):  # several fit: the page asks which one
        anna.choose(occupation__choice="elektroniker-energie-gebaeudetechnik").go_on()
    assert anna.path == reverse("profiles:question", args=["place"])
    anna.fill(place=" 9 07 62 ").choose(radius_km="25").go_on()
    anna.fill(employer="Elektro Brandt", place="Fürth").month("start", 9, 2013).month("end", 6, 2020).go_on()
    assert anna.path == reverse("profiles:add_station"), "a firm of this name is registered: is it this one?"
    anna.choose(employer__choice=firm_id)
    if anna.page.locator('main [name="place-choice"]').count():  # and Fürth has several postcodes
        anna.choose(place__choice="90762")
    anna.go_on()
    assert anna.path == reverse("profiles:stations")
    anna.go_on()
    anna.choose(goal="open").go_on()
    anna.choose(visibility="everyone").go_on()
    assert anna.path == reverse("profiles:mine")


def show_work(anna: Visitor, photo: bytes) -> None:
    """One piece, before and after, with words for those who cannot see it, and the consent."""
    anna.open(reverse("home:me")).follow(reverse("samples:list"))
    anna.follow(reverse("samples:new"))
    anna.choose(kind="piece").go_on()
    anna.fill(
        title="Neuer Verteiler im Altbau",
        asked="Die alte Sicherungstafel war von 1963.",
        did="Tafel ab, Verteiler gesetzt, 24 Stromkreise beschriftet.",
        share="Allein, der Geselle hat geprüft.",
        watched="Dass abends jede Wohnung Licht hat.",
        result="Abgenommen ohne Mangel.",
    ).go_on()
    anna.month("month", 5, 2019).go_on()
    for stage, alt in (
        ("before", "Sicherungstafel aus Marmor."),
        ("after", "Drei Reihen Automaten, alle beschriftet."),
    ):
        anna.page.set_input_files(
            'main [name="file"]', {"name": "IMG_2041.JPG", "mimeType": "image/jpeg", "buffer": photo}
        )
        if anna.javascript:
            anna.page.wait_for_selector("main form img")  # shrunk on the phone, and shown
        anna.choose(stage=stage).fill(alt=alt).go_on('main form button[type="submit"]')
    anna.go_on()
    anna.choose(people="nobody", place="agreed", firm="agreed", readable="nothing").go_on('main [name="same"]')
    anna.tick("photos").go_on()  # the same is true for the second one, which is looked at too
    anna.tick("nobody", "agreed").go_on()
    anna.follow(reverse("samples:list"))


def ask_boss(anna: Visitor, station: int, boss: str) -> None:
    anna.open(reverse("home:me")).follow(reverse("references:mine"))
    anna.follow(reverse("references:ask", args=[station]))
    anna.fill(
        referee_name="Monika Brandt",
        referee_email=boss,
        message="Hallo Monika, magst du bestätigen, was du gesehen hast?",
    ).go_on()


def release(anna: Visitor, link: str) -> None:
    anna.open(link)
    anna.go_on()
    anna.open(reverse("references:mine"))


# -- the referee, without an account


def answer(boss: Visitor, link: str) -> None:
    """The questions of the link in order, six digits to the mailbox, check, sign."""
    boss.open(link)
    boss.go_on()  # "Yes, that is right"
    assert boss.path == link + "seen/"
    codes = boss.page.locator('main [name="statements"]')
    for number in range(3):
        codes.nth(number).check()
    boss.tick("again").fill(text="Hat nachts im Altersheim den Strom wieder gebracht.").go_on()
    boss.fill(role="Meisterin").choose(relation="superior").go_on()
    assert boss.path == link + "code/"  # the digits are on their way
    boss.fill(code=post.code(boss.email)).go_on()
    assert boss.path == link + "check/"
    boss.go_on()
    assert boss.path == link


# -- firm, desk, recruiter


def register_firm(admin: Visitor) -> str:
    """Ends on the page where the firm proves itself; returns the firm's id."""
    admin.open(reverse("home:start")).follow(reverse("employers:new"))
    sign_up(admin)
    assert admin.path == reverse("employers:new")
    admin.fill(
        name="Stadtwerke Talheim",
        place="90402",
        domain="talheim.example",
        member_name="Tilo Talheim",
        position="Leitung Technik",
    ).choose(works_council="yes").go_on()
    firm_id = admin.path.strip("/").split("/")[-1]
    admin.follow(reverse("employers:proof", args=[firm_id]))
    set_up_app(admin)
    assert admin.path == reverse("employers:proof", args=[firm_id])
    admin.fill(local="info").go_on()
    admin.fill(code=post.code("info@talheim.example")).go_on()
    return firm_id


def invite_recruiter(admin: Visitor, firm_id: str, email: str) -> None:
    admin.open(reverse("employers:area", args=[firm_id])).follow(reverse("employers:people", args=[firm_id]))
    admin.go_on()
    admin.fill(email=email).choose(roles=["recruiter"]).go_on()


def check_firm(desk: Visitor, firm_id: str) -> None:
    desk.open(reverse("home:me")).follow(reverse("desk:queue"))
    set_up_app(desk)
    desk.follow(reverse("desk:employer", args=[firm_id]))
    desk.choose(kind="register").fill(reason="Handelsregister Nürnberg gesehen, Anruf bei der Zentrale.").go_on()


def accept_invitation(rita: Visitor) -> None:
    rita.open(post.link(rita.email))
    rita.go_on()  # to the sign-in, which leads back here
    sign_up(rita)
    rita.fill(member_name="Rita Renner", position="Personal").go_on()


def find(rita: Visitor, handle: str) -> None:
    """By "90762, 25 km" and an occupation; the card leads to the page."""
    rita.open(reverse("search:search"))
    rita.fill(occupation="Elektrikerin", postcode="90762").choose(radius="25").go_on()
    if rita.page.locator('main [name="occupation-choice"]').count():
        rita.choose(occupation__choice="elektroniker-energie-gebaeudetechnik").go_on()
    rita.follow(reverse("profiles:page", args=[handle]))


def offer(rita: Visitor, handle: str, firm_id: str) -> str:
    """All mandatory facts. Returns the address of the offer for the recruiter."""
    rita.follow(reverse("contacts:new", args=[handle]))
    rita.go_on()  # nothing filled in: every mandatory fact is asked for
    assert rita.page.locator(".problem a").count() >= 8
    start = date.today().year + 1
    rita.fill(
        title="Elektronikerin im Kundendienst",
        place="90402",
        pay_min="21,50",
        pay_max="25",
        contact_phone="0911 555 01 20",
        text="Firmenwagen und feste Tour.",
    ).choose(shift="day", pay_unit="hour", permanent="yes", start_when="month")
    rita.month("start", 1, start).go_on()
    assert rita.path == reverse("contacts:check", args=[handle])
    rita.go_on()
    sent = rita.page.locator(f'main a[href^="{reverse("contacts:sent", args=[firm_id])}"]').first
    return str(sent.get_attribute("href"))


def say_yes(anna: Visitor, phone: str) -> None:
    anna.open(post.link(anna.email))
    anna.follow(anna.path + "yes/")
    anna.fill(phone=phone, call_when="nach 17 Uhr").go_on()
    anna.go_on()
