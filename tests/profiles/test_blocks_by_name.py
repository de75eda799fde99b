"""Blocks of firms that are not registered yet: by name, and by place where one is given."""

import pytest

from network.employers import actions as employers
from network.employers.viewer import viewer_of
from network.profiles import actions
from network.profiles.models import Block, Profile
from tests import factories

PAGE = "/me/profile/blocks/"


@pytest.fixture
def hamburg(db):
    return factories.make_place("20095", "Hamburg", 53.5503, 9.9996, state="Hamburg")


def opens(user) -> bool:
    return Profile.objects.openable_by(viewer_of(user)).exists()


def register(user, name: str, place):
    return employers.register(by=user, name=name, place=place, member_name="Chef")


@pytest.mark.parametrize(("near", "hidden"), [(True, True), (False, False)])
def test_firm_near_the_place_is_blocked_as_it_registers(anna, fremder, fuerth, nuernberg, hamburg, near, hidden):
    actions.block(by=anna, profile=anna.profile, employer="Elektro Neu", place=fuerth)
    register(fremder, "Elektro Neu GmbH", nuernberg if near else hamburg)
    assert opens(fremder) is not hidden


def test_block_without_place_holds_everywhere(anna, fremder, hamburg):
    actions.block(by=anna, profile=anna.profile, employer="Elektro Neu")
    register(fremder, "Elektro Neu", hamburg)
    assert not opens(fremder)


def test_new_name_or_place_of_a_firm_meets_the_block(anna, fremder, fuerth, hamburg):
    actions.block(by=anna, profile=anna.profile, employer="Elektro Neu", place=fuerth)
    firm = register(fremder, "Ganz Anders", fuerth)
    assert opens(fremder)
    employers.change_facts(by=fremder, employer=firm, name="Elektro Neu", place=hamburg)
    assert opens(fremder)
    employers.change_facts(by=fremder, employer=firm, name="Elektro Neu", place=fuerth)
    assert not opens(fremder)


def test_the_same_name_in_two_places_is_two_blocks(anna, fuerth, hamburg):
    for place in (fuerth, hamburg, None, fuerth, None):
        actions.block(by=anna, profile=anna.profile, employer="Elektro Neu", place=place)
    assert Block.objects.count() == 3


def test_page_takes_name_and_place_and_shows_both(worker, fuerth):
    answer = worker.post(PAGE, {"employer": "Elektro Neu", "place": "90762"}, follow=True)
    assert "Elektro Neu" in answer.content.decode()
    assert "Fürth" in answer.content.decode()
    assert Block.objects.get().place == fuerth
    assert list(worker.post(PAGE, {"employer": "Elektro Neu", "place": "Nirgendwo"}).context["form"].errors) == [
        "place"
    ]


def test_place_is_not_kept_for_a_registered_firm(worker, brandt, fuerth):
    worker.post(PAGE, {"employer": "Elektro Brandt, Fürth", "place": "90762"})
    block = Block.objects.get()
    assert (block.employer, block.place) == (brandt, None)


@pytest.mark.parametrize("name", ["شركة الكهرباء", "٣٣٣٣٣٣"])
def test_name_that_no_firm_can_register_under_is_asked_again(worker, name):
    answer = worker.post(PAGE, {"employer": name})
    assert list(answer.context["form"].errors) == ["employer"]
    assert name in answer.content.decode()
    assert not Block.objects.exists()


def test_two_runs_at_once_meet_the_same_firm(anna, fremder, fuerth, monkeypatch):
    """The other run has stored its block after this one looked for it."""
    actions.block(by=anna, profile=anna.profile, employer="Elektro Neu")
    firm = register(fremder, "Elektro Neu", fuerth)
    means = actions.blocks.firms.means
    Block.objects.filter(employer=firm).delete()

    def slow(block, employer):
        Block.objects.get_or_create(profile=anna.profile, employer=firm)
        return means(block, employer)

    monkeypatch.setattr(actions.blocks.firms, "means", slow)
    actions.meet_employer(employer=firm)
    assert Block.objects.filter(employer=firm).count() == 1
