"""What somebody at the desk typed goes to nobody before the worker has read it (law 3)."""

import pytest
from django.core.exceptions import ValidationError

from network.profiles.models import Profile
from references.models import ReferenceRequest, Witness
from references.witness import actions
from tests.references import helpers, witnesses


@pytest.fixture
def typed(anna, brandt) -> Profile:
    """Petra typed Anna's name; Anna has not looked yet."""
    Profile.objects.filter(user=anna).update(
        unconfirmed=["name"], visibility="off", searchable=False, public=False, indexable=False
    )
    anna.profile.refresh_from_db()
    return anna.profile


def test_boss_is_not_asked_before(client, anna, brandt, typed):
    station = helpers.make_station(anna, brandt)
    with pytest.raises(ValidationError):
        helpers.ask(anna, station)
    client.force_login(anna)
    data = {"referee_name": "Monika", "referee_email": "monika@brandt-elektro.example"}
    shown = client.post(f"/me/references/ask/{station.pk}/", data)
    assert shown.context["form"].errors
    assert not ReferenceRequest.objects.exists()


def test_witness_is_not_asked_before(client, anna, brandt, typed):
    sample = witnesses.sample_of(anna, brandt)
    with pytest.raises(actions.NotReady):
        actions.show_digits(by=anna, sample=sample)
    with pytest.raises(actions.NotReady):
        witnesses.asked(anna, sample)
    client.force_login(anna)
    home = f"/me/samples/{sample.pk}/witnesses/"
    for way in (f"{home}ask/", f"{home}room/"):
        assert client.get(way).url == home
    assert "/me/profile/check/" in client.get(home).content.decode()
    assert not Witness.objects.exists()
    Profile.objects.filter(user=anna).update(unconfirmed=[])
    assert client.get(f"{home}room/").status_code == 200
