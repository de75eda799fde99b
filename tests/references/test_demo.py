"""The demonstration: everything in it came about by the actions people trigger, so every rule holds there too."""

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.models import User
from network.contacts.models import Offer
from network.desk.models import Case
from network.employers.models import Employer
from network.employers.viewer import STRANGER
from network.profiles.models import Profile, Station
from network.samples.models import Photo, WorkSample
from references.audit import verify
from references.demo.cast import SIGN_IN
from references.demo.seed import seed
from references.models import Objection, Reference, ReferenceRequest, Signal, Voice, Witness, WorkerInvitation
from references.rules import is_aged


@pytest.mark.django_db(transaction=True)
def test_region_is_full_and_holds_every_rule():
    assert seed() is True
    assert Profile.objects.count() == 80
    assert Profile.objects.values("occupation").distinct().count() >= 30
    assert Employer.objects.count() == 20
    assert 0 < Employer.objects.filter(checked_until=None).count() < 10
    assert Employer.objects.exclude(parent=None).count() >= 3
    assert Reference.objects.filter(begun_by_firm=False).count() >= 150
    assert Reference.objects.filter(begun_by_firm=True).count() == 1
    told = Reference.objects.shown_now().what_changed(STRANGER)
    assert sum(each.mutual for each in told) >= 4
    assert any(is_aged(each, timezone.localdate()) for each in told)
    assert WorkerInvitation.objects.open().count() == 6
    assert Reference.objects.filter(payload__contains='"tasks":["').count() >= 3, "a firm that states facts only"
    assert set(Offer.objects.values_list("state", flat=True)) >= {"open", "yes", "no", "expired"}
    assert WorkSample.objects.count() >= 12
    assert Witness.objects.answered().count() >= 12
    assert set(Witness.objects.values_list("state", flat=True)) == {"open", "answered"}
    assert {1, 4} <= set(Witness.objects.values_list("level", flat=True))
    assert set(Voice.objects.answered().values_list("kind", "instead")) == {
        ("colleague", False),
        ("colleague", True),
        ("customer", False),
    }
    assert ReferenceRequest.objects.filter(channel="room", state="answered").count() == 2
    assert ReferenceRequest.objects.filter(channel="paper").open().count() == 1
    assert Objection.objects.count() == 1
    assert set(Signal.objects.values_list("kind", flat=True)) == {"same-text", "too-fast"}
    assert set(Case.objects.open().values_list("kind", flat=True)) == {"contest", "objection", "signals", "reported"}
    assert set(Photo.objects.values_list("state", flat=True)) == {"ready"}
    assert not User.objects.filter(is_demo=False).exists()
    assert User.objects.filter(email__in=[mailbox for mailbox, _who in SIGN_IN]).count() == len(SIGN_IN)
    assert set(Station.objects.values_list("kind", flat=True)) == set(Station.Kind.values)
    assert Station.objects.filter(start_about=True).count() >= 3
    master = Station.objects.get(profile__user__email="peter@worker.example", kind="job")
    assert (len(master.steps), master.end, master.confirmations.count() > 0) == (4, None, True)
    assert verify() is None
    assert seed() is False


def test_demo_runs_in_demo_mode_only(db):
    with pytest.raises(CommandError, match="demo mode only"):
        call_command("demo", "--no-serve")
