"""Every private address with somebody else's rows: not found, and nothing changes (law 9)."""

import pytest

from network.profiles import actions
from network.profiles.models import Block, Profile, Qualification, Station
from tests import factories

ROWS = "/me/profile/"


@pytest.fixture
def others(anna, brandt, stapler) -> dict[str, int]:
    page = anna.profile
    return {
        "station": factories.make_station(page, brandt).pk,
        "paper": actions.add_qualification(by=anna, profile=page, kind=stapler).pk,
        "block": actions.block(by=anna, profile=page, employer=brandt).pk,
    }


@pytest.mark.parametrize(
    "path",
    [
        "stations/{station}/",
        "stations/{station}/kind/",
        "stations/{station}/kind/training/",
        "stations/{station}/steps/",
        "stations/{station}/steps/0123456789ab/",
        "stations/{station}/steps/0123456789ab/remove/",
        "stations/{station}/remove/",
        "qualifications/{paper}/",
        "qualifications/{paper}/change/",
        "qualifications/{paper}/remove/",
        "qualifications/{paper}/recognition/",
        "qualifications/{paper}/show/",
        "qualifications/{paper}/unseen/",
        "blocks/{block}/remove/",
    ],
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_rows_of_others_are_not_found(client, fremder, others, path: str, method: str) -> None:
    actions.start(by=fremder)
    client.force_login(fremder)
    answer = getattr(client, method)(ROWS + path.format(**others))
    assert answer.status_code in (404, 405)
    assert answer.status_code == 404 or (method == "post" and path == "qualifications/{paper}/")
    assert (Station.objects.count(), Qualification.objects.count(), Block.objects.count()) == (1, 1, 1)


@pytest.mark.parametrize(
    "path",
    [
        "",
        "name/",
        "occupation/",
        "place/",
        "goal/",
        "visibility/",
        "about/",
        "stations/",
        "stations/new/",
        "stations/{station}/",
        "stations/{station}/kind/",
        "stations/{station}/kind/training/",
        "stations/{station}/steps/",
        "stations/{station}/steps/0123456789ab/",
        "stations/{station}/steps/0123456789ab/remove/",
        "stations/{station}/remove/",
        "qualifications/",
        "qualifications/new/",
        "qualifications/new/staplerschein/",
        "qualifications/{paper}/",
        "qualifications/{paper}/change/",
        "qualifications/{paper}/remove/",
        "qualifications/{paper}/recognition/",
        "qualifications/{paper}/show/",
        "qualifications/{paper}/unseen/",
        "deadlines/",
        "deadlines/calendar/",
        "deadlines/calendar/end/",
        "blocks/",
        "blocks/{block}/remove/",
    ],
)
def test_signed_out_visitor_reaches_nothing(client, others, path: str) -> None:
    address = ROWS + path.format(**others)
    for answer in (client.get(address), client.post(address)):
        assert answer.status_code == 302
        assert answer.url.startswith("/account/")
    assert (Station.objects.count(), Profile.objects.get().name) == (1, "Anna Gärtner")
