"""Papers: one of each kind, what stands on it, and until when it holds."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from network.profiles import actions
from network.profiles.models import Profile, Qualification
from tests import factories
from tests.profiles.conftest import make_kind

pytestmark = pytest.mark.usefixtures("english")
PAPERS = "/me/profile/qualifications/"
NEW = f"{PAPERS}new/"
DAYS = ("issued", "valid_until")


def said(**answers: str) -> dict[str, str]:
    """What a browser sends for the page of one paper; days as "12.5.2026", "5.2026" or empty."""
    sent = {"issuer": "", "number": "", **answers}
    for name in DAYS:
        *day, month, year = ["", "", *sent.pop(name, "").split(".")][-3:] if sent.get(name) else ["", "", ""]
        sent |= {f"{name}_day": day[0] if day else "", f"{name}_month": month, f"{name}_year": year}
    return sent


def test_kind_leads_to_its_questions(worker, ersthelfer) -> None:
    assert worker.post(NEW, {"kind": "Ersthelfer"}).url == f"{NEW}ersthelfer/"
    page = worker.get(f"{NEW}ersthelfer/").content.decode()
    assert "compute it from the day of issue" in page
    assert not Qualification.objects.exists()


@pytest.mark.parametrize("kind", ["", "Zauberdiplom"])
def test_unknown_kind_is_named(worker, stapler, kind: str) -> None:
    assert list(worker.post(NEW, {"kind": kind}).context["form"].errors) == ["kind"]


def test_retired_kind_is_not_there(worker) -> None:
    make_kind("alt", 9, "Alter Schein", current=False)
    assert worker.get(f"{NEW}alt/").status_code == 404


def test_paper_is_added_and_its_end_computed(worker, ersthelfer) -> None:
    sent = said(issuer=" Rotes  Kreuz ", number="A-17", issued="12.5.2026")
    assert worker.post(f"{NEW}ersthelfer/", sent).url == PAPERS
    held = Qualification.objects.get()
    assert (held.kind, held.issuer, held.number) == (ersthelfer, "Rotes Kreuz", "A-17")
    assert (held.issued, held.valid_until, held.until_typed) == (date(2026, 5, 12), date(2028, 5, 12), False)
    assert "Rotes Kreuz" in worker.get(PAPERS).content.decode()


def test_paper_needs_only_its_kind(worker, stapler) -> None:
    worker.post(f"{NEW}staplerschein/", said())
    assert Qualification.objects.get().valid_until is None


def test_typed_day_wins_and_stays_when_renewed(worker, ersthelfer) -> None:
    worker.post(f"{NEW}ersthelfer/", said(issued="5.2025", valid_until="3.2027"))
    held = Qualification.objects.get()
    assert (held.issued, held.valid_until, held.until_typed) == (date(2025, 5, 1), date(2027, 3, 31), True)
    worker.post(f"{PAPERS}{held.pk}/change/", said(issued="1.6.2026", valid_until="3.2027"))
    held.refresh_from_db()
    assert held.valid_until == date(2027, 3, 31)


def test_renewed_paper_computes_anew_unless_typed(worker, ersthelfer) -> None:
    worker.post(f"{NEW}ersthelfer/", said(issued="5.2024"))
    held = Qualification.objects.get()
    change = f"{PAPERS}{held.pk}/change/"
    shown = worker.get(change).context["form"]
    assert (shown["valid_until"].value(), shown["issued"].value()) == (None, date(2024, 5, 1))
    assert worker.post(change, said(issued="2.6.2026")).url == f"{PAPERS}{held.pk}/"
    held.refresh_from_db()
    assert held.valid_until == date(2028, 6, 2)


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"issued": "5.2199"}, "issued"),
        ({"issued": "31.2.2024"}, "issued"),
        ({"issued": "0.2.2024"}, "issued"),
        ({"issued": "13.2024"}, "issued"),
        ({"issued": "1.5.2026", "valid_until": "30.4.2026"}, "valid_until"),
        ({"valid_until": "x.2027"}, "valid_until"),
        ({"issuer": "x" * 121}, "issuer"),
        ({"number": "x" * 61}, "number"),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(worker, ersthelfer, sent, field) -> None:
    page = worker.post(f"{NEW}ersthelfer/", said(**sent))
    assert list(page.context["form"].errors) == [field]
    assert not Qualification.objects.exists()


def test_action_refuses_an_end_before_the_beginning(anna, page, ersthelfer) -> None:
    with pytest.raises(ValidationError, match="before the paper was issued"):
        actions.add_qualification(
            by=anna, profile=page, kind=ersthelfer, issued=date(2026, 5, 1), valid_until=date(2026, 4, 30)
        )


def test_second_of_a_kind_leads_to_the_first(worker, anna, stapler) -> None:
    held = actions.add_qualification(by=anna, profile=anna.profile, kind=stapler, issuer="DEKRA")
    answer = worker.get(f"{NEW}staplerschein/", follow=True)
    assert answer.redirect_chain == [(f"{PAPERS}{held.pk}/change/", 302)]
    assert "You have this already." in answer.content.decode()


def test_second_tab_keeps_what_was_typed(worker, anna, stapler) -> None:
    held = actions.add_qualification(by=anna, profile=anna.profile, kind=stapler, issuer="DEKRA")
    page = worker.post(f"{NEW}staplerschein/", said(issuer="TÜV Süd", number="77"))
    text = page.content.decode()
    assert "You have this already: change it." in text
    assert 'value="TÜV Süd"' in text
    assert f'formaction="{PAPERS}{held.pk}/change/"' in text
    held.refresh_from_db()
    assert held.issuer == "DEKRA"


def test_second_click_adds_one_and_asks_nothing(worker, ersthelfer) -> None:
    sent = said(issuer="DRK", issued="12.5.2026", number="1")
    assert [worker.post(f"{NEW}ersthelfer/", sent).url for _ in range(2)] == [PAPERS, PAPERS]
    assert Qualification.objects.count() == 1


def test_bound_paper_asks_for_the_firm_and_says_it(worker, anna, brandt) -> None:
    make_kind("schaltberechtigung", 25, "Schaltberechtigung", rule="yearly-duty", bound_to_firm=True)
    station = factories.make_station(anna.profile, brandt)
    page = worker.get(f"{NEW}schaltberechtigung/").content.decode()
    assert "Elektro Brandt" in page
    worker.post(f"{NEW}schaltberechtigung/", said(station=str(station.pk)))
    assert Qualification.objects.get().station == station
    assert "Counts only at Elektro Brandt" in worker.get(PAPERS).content.decode()


def test_bound_paper_takes_no_station_of_another(worker, anna, brandt, elektro) -> None:
    make_kind("schaltberechtigung", 25, "Schaltberechtigung", bound_to_firm=True)
    factories.make_station(anna.profile, brandt)
    other = factories.make_station(factories.make_profile(occupation=elektro), brandt)
    page = worker.post(f"{NEW}schaltberechtigung/", said(station=str(other.pk)))
    assert list(page.context["form"].errors) == ["station"]
    assert not Qualification.objects.exists()


def test_action_refuses_a_station_of_another(anna, page, brandt, elektro) -> None:
    kind = make_kind("schaltberechtigung", 25, "Schaltberechtigung", bound_to_firm=True)
    other = factories.make_station(factories.make_profile(occupation=elektro), brandt)
    with pytest.raises(ValidationError, match="one of your stations"):
        actions.add_qualification(by=anna, profile=page, kind=kind, station=other)


def test_paper_page_says_all_and_why(worker, anna, ersthelfer) -> None:
    yesterday = timezone.localdate() - timedelta(days=1)
    held = Qualification.objects.create(profile=anna.profile, kind=ersthelfer, number="A-17", valid_until=yesterday)
    text = worker.get(f"{PAPERS}{held.pk}/").content.decode()
    for words in ("A-17", "Ran out on", "The number is read only by you", "Self-declared", "Show the original"):
        assert words in text, words


def test_number_never_stands_on_the_public_page(client, worker, anna, ersthelfer, rita) -> None:
    Qualification.objects.create(profile=anna.profile, kind=ersthelfer, number="ZWETSCHGE", issuer="DRK")
    address = f"/p/{anna.profile.handle}/"
    seen = [worker.get(address).content.decode()]
    client.force_login(rita)
    seen.append(client.get(address).content.decode())
    assert all("DRK" in page and "ZWETSCHGE" not in page for page in seen)


def test_hidden_station_is_not_told_by_a_bound_paper(client, worker, anna, brandt) -> None:
    kind = make_kind("schaltberechtigung", 25, "Schaltberechtigung", bound_to_firm=True)
    station = factories.make_station(anna.profile, brandt, audience="nobody")
    Qualification.objects.create(profile=anna.profile, kind=kind, station=station)
    address = f"/p/{anna.profile.handle}/"
    assert "Counts only at Elektro Brandt" in worker.get(address).content.decode()
    client.logout()
    text = client.get(address).content.decode()
    assert "Holds only in the firm that issued it" in text
    assert "Brandt" not in text


def test_removed_after_a_question(worker, anna, stapler) -> None:
    held = Qualification.objects.create(profile=anna.profile, kind=stapler)
    assert worker.get(f"{PAPERS}{held.pk}/remove/").status_code == 200
    assert Qualification.objects.exists()
    assert worker.post(f"{PAPERS}{held.pk}/remove/").url == PAPERS
    assert not Qualification.objects.exists()


def test_no_page_takes_a_file_and_the_list_says_why(worker, anna, stapler) -> None:
    held = Qualification.objects.create(profile=anna.profile, kind=stapler)
    pages = [PAPERS, NEW, f"{NEW}staplerschein/", f"{PAPERS}{held.pk}/", f"{PAPERS}{held.pk}/change/"]
    assert not any('type="file"' in worker.get(page, follow=True).content.decode() for page in pages)
    text = worker.get(PAPERS).content.decode()
    assert "§ 30a BZRG" in text
    assert "§ 20 PAuswG" in text


def test_search_copies_follow_the_typed_day(anna, page, ersthelfer) -> None:
    today = timezone.localdate()
    long_ago = today - timedelta(days=4000)
    actions.add_qualification(by=anna, profile=page, kind=ersthelfer, issued=long_ago)
    assert page.quals == 0
    actions.add_qualification(by=anna, profile=page, kind=ersthelfer, issued=long_ago, valid_until=today)
    page.refresh_from_db()
    assert page.quals == 1 << ersthelfer.bit
    actions.add_qualification(
        by=anna, profile=page, kind=ersthelfer, issued=today, valid_until=today
    )  # shorter than the rule
    assert Qualification.objects.get().valid_until == today


def test_what_a_helper_typed_is_shown_to_nobody_before_it_is_confirmed(anna, fremder, stapler) -> None:
    draft = actions.begin_for_somebody(by=fremder)
    held = actions.add_qualification(by=fremder, profile=draft, kind=stapler, issuer="DEKRA")
    actions.change_qualification(by=fremder, qualification=held, issuer="TÜV")
    assert Profile.objects.get(pk=draft.pk).unconfirmed == [f"paper:{held.pk}"]
    with pytest.raises(PermissionDenied):
        actions.show_original(by=fremder, qualification=held)
    Profile.objects.filter(user=anna).delete()
    page = actions.take_over(by=anna, profile=draft)
    held = page.qualifications.get()
    with pytest.raises(ValidationError):
        actions.show_original(by=anna, qualification=held)
    actions.change_qualification(by=anna, qualification=held, issuer="TÜV")
    assert len(actions.show_original(by=anna, qualification=Qualification.objects.get())) == 6


def test_worker_is_led_to_what_has_to_be_confirmed_first(worker, anna, stapler) -> None:
    held = actions.add_qualification(by=anna, profile=anna.profile, kind=stapler)
    Profile.objects.filter(user=anna).update(unconfirmed=["name"], visibility="off", searchable=False, public=False)
    assert worker.post(f"{PAPERS}{held.pk}/show/").url == "/me/profile/check/"
