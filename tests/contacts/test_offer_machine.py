"""The life of one offer, whatever both sides do in whatever order: no step back, each step once, and both ways of asking agree."""

from datetime import timedelta

import pytest
from django.db.models import F
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from network.contacts import actions, following, rules
from network.contacts.histories import history, state_for_employer, state_for_worker
from network.contacts.models import Offer
from network.employers.models import Employer

pytestmark = pytest.mark.django_db
State, Word = Offer.State, Offer.Word
DAYS = ("created_at", "expires_at", "answered_at", "missed_at", "reported_at", *(f"{word}_at" for word in Word))
NEXT = {State.OPEN: {State.OPEN, State.YES, State.NO, State.EXPIRED}}  # whatever is not open stays
STEPS = st.one_of(
    st.sampled_from(["yes", "yes", "no", "miss", "report", "lose", "check", "purge"]),
    st.sampled_from(list(Word)),
    st.integers(1, 9),
)


def _act(step, offer, anna, rita) -> bool | None:
    """One step of one side; a number lets so many days go by."""
    if isinstance(step, int):
        Offer.objects.update(**{name: F(name) - timedelta(days=step) for name in DAYS})
    elif step in list(Word):
        return following.tell(by=rita, employer=offer.employer, offer=offer, word=step)
    elif step in ("lose", "check"):
        Employer.objects.update(checked_until=timezone.localdate() if step == "check" else None)
    elif step == "purge":
        actions.expire()
    elif step == "report":
        return following.report(by=anna, offer=offer, wrong="other")
    elif step == "miss":
        return following.miss(by=anna, offer=offer)
    else:
        say = {"yes": lambda: actions.say_yes(by=anna, offer=offer, name="Anna", phone="+491713920088")}
        return say.get(step, lambda: actions.say_no(by=anna, offer=offer))()
    return None


@given(steps=st.lists(STEPS, min_size=1, max_size=14))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_offer_never_goes_back(steps, make_offer, talheim, rita, anna):
    Offer.objects.all().delete()
    talheim.cases.all().delete()
    Employer.objects.update(checked_until=timezone.localdate())
    make_offer(talheim, anna.profile, sent_by=rita)
    checked = True
    for step in steps:
        before = Offer.objects.select_related("employer").get()
        could = rules.words_left(before), rules.can_miss(before), rules.can_report(before), before.is_open
        did = _act(step, before, anna, rita)
        checked = {"lose": False, "check": True}.get(step, checked)
        after = Offer.objects.with_facts().with_rest().get()
        _steps_forward(before, after)
        _does_what_it_offers(step, did, could, checked)
        _both_ways_agree(after, talheim)
        assert history(after)
        assert state_for_worker(after)
        assert state_for_employer(after)


def _steps_forward(before, after) -> None:
    assert after.state in NEXT.get(State(before.state), {before.state})
    for name in DAYS[2:]:
        assert getattr(after, name) or not getattr(before, name), f"{name} is gone"
    if before.agreed_at or before.declined_at:
        assert set(after.said) == set(before.said), "what is settled stays"
    if after.state != State.YES:
        assert not after.worker_name
        assert not after.worker_phone


def _does_what_it_offers(step, did, could, checked) -> None:
    words, miss, report, is_open = could
    expected = {"miss": miss, "report": report, "yes": is_open and checked, "no": is_open}
    if did is not None:
        assert did == (step in words if step in list(Word) else expected[step]), step


def _both_ways_agree(after, talheim) -> None:
    """Python for one that was read, SQL for all."""
    assert rules.owes(after) == Offer.objects.owing().exists()
    assert after.is_open == Offer.objects.open().exists()
    assert (rules.rest_of(after) is None) == Offer.objects.standing().exists()
    places = rules.places(talheim)
    assert (places.waiting, places.owing) == (int(after.is_open), int(rules.owes(after)))
    assert places.free == rules.MOST_OPEN - int(after.is_open or rules.owes(after))
