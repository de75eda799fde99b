"""Parents and branches decide from whom workers are hidden (law 4)."""

import pytest
from django.core.exceptions import PermissionDenied

from network.employers import actions
from network.employers.models import Employer
from network.employers.viewer import viewer_of
from tests import factories
from tests.employers.helpers import enter

pytestmark = pytest.mark.django_db


@pytest.fixture
def group(nuernberg) -> Employer:
    return factories.make_employer("Brandt Gruppe", nuernberg)


@pytest.fixture
def gerda(group):
    user = factories.make_user("gerda@example.org")
    factories.make_member(group, user, "Gerda Groß", is_admin=True)
    return user


def root(employer: Employer) -> Employer | None:
    return Employer.objects.get(pk=employer.pk).root


def test_parent_says_yes_and_the_families_are_one(monika, gerda, brandt, group, fuerth):
    shop = factories.make_employer("Brandt Laden", fuerth, parent=brandt)
    answer = enter(monika).post(f"/employer/{brandt.public_id}/settings/parent/", {"parent": "Brandt Gruppe, Nürnberg"})
    assert answer.status_code == 302
    assert root(brandt) == brandt  # nothing before the answer
    assert "Elektro Brandt" in enter(gerda).get(f"/employer/{group.public_id}/settings/").content.decode()
    enter(gerda).post(f"/employer/{group.public_id}/settings/branch/{brandt.public_id}/", {"answer": "yes"})
    assert root(brandt) == root(shop) == group
    assert viewer_of(monika).roots == viewer_of(gerda).roots == {group.pk}


def test_parent_says_no_and_nothing_changes(monika, gerda, brandt, group):
    actions.ask_parent(by=monika, employer=brandt, parent=group)
    url = f"/employer/{group.public_id}/settings/branch/{brandt.public_id}/"
    enter(gerda).post(url, {"answer": "no"})
    assert root(brandt) == brandt
    assert enter(gerda).post(url, {"answer": "yes"}).status_code == 404  # the question is gone


def test_question_can_be_taken_back(monika, gerda, brandt, group):
    actions.ask_parent(by=monika, employer=brandt, parent=group)
    enter(monika).post(f"/employer/{brandt.public_id}/settings/parent/", {"do": "take-back"})
    brandt.refresh_from_db()
    assert not actions.answer_branch(by=gerda, parent=group, branch=brandt, yes=True)
    assert root(brandt) == brandt


def test_admin_of_both_joins_at_once_also_when_registering(monika, brandt, nuernberg):
    branch = actions.register(
        by=monika, name="Brandt Nord", place=nuernberg, member_name="Monika Brandt", parent=brandt
    )
    assert root(branch) == brandt
    assert branch.parent == brandt or Employer.objects.get(pk=branch.pk).parent == brandt


def test_stranger_cannot_answer_for_the_parent(monika, rita, brandt, group, talheim):
    rita.memberships.update(is_admin=True)
    actions.ask_parent(by=monika, employer=brandt, parent=group)
    for public_id in (group.public_id, talheim.public_id):
        url = f"/employer/{public_id}/settings/branch/{brandt.public_id}/"
        assert enter(rita).post(url, {"answer": "yes"}).status_code == 404
    with pytest.raises(PermissionDenied):
        actions.answer_branch(by=rita, parent=group, branch=brandt, yes=True)
    assert root(brandt) == brandt


def test_circles_are_refused(monika, brandt, group, nuernberg):
    branch = actions.register(
        by=monika, name="Brandt Nord", place=nuernberg, member_name="Monika Brandt", parent=brandt
    )
    for parent in (brandt, branch):
        answer = enter(monika).post(
            f"/employer/{brandt.public_id}/settings/parent/", {"parent": parent.name, "parent-choice": parent.public_id}
        )
        assert answer.context["form"].errors
        with pytest.raises(PermissionDenied):
            actions.set_parent(by=monika, employer=brandt, parent=parent)
    assert root(brandt) == brandt


def test_branch_does_not_leave_its_family_alone(monika, gerda, brandt, group, talheim):
    actions.set_parent(by=gerda, employer=brandt, parent=group)
    brandt.refresh_from_db()
    with pytest.raises(PermissionDenied):
        actions.ask_parent(by=monika, employer=brandt, parent=talheim)
    enter(monika).post(f"/employer/{brandt.public_id}/settings/parent/", {"parent": "Stadtwerke Talheim"})
    brandt.refresh_from_db()
    assert (brandt.parent, brandt.parent_asked) == (group, None)


def test_desk_moves_a_branch_out_with_what_stands_below(gerda, brandt, group, fuerth):
    shop = factories.make_employer("Brandt Laden", fuerth, parent=brandt)
    actions.set_parent(by=gerda, employer=brandt, parent=group)
    assert root(shop) == group
    actions.correct(by=gerda, employer=brandt, reason="Verkauft", name="Elektro Brandt", place=fuerth, parent=None)
    assert root(brandt) == root(shop) == brandt
    assert root(group) == group


def test_desk_cannot_make_a_circle_either(gerda, brandt, group, nuernberg):
    actions.set_parent(by=gerda, employer=brandt, parent=group)
    with pytest.raises(PermissionDenied):
        actions.correct(by=gerda, employer=group, reason="x", name="Brandt Gruppe", place=nuernberg, parent=brandt)


def test_circle_of_three_is_refused_and_no_chain_is_endless(monika, brandt, group, gerda, nuernberg, fuerth):
    shop = factories.make_employer("Brandt Laden", fuerth, parent=brandt)
    actions.set_parent(by=gerda, employer=brandt, parent=group)
    for below in (shop, brandt, group):
        with pytest.raises(PermissionDenied):
            actions.correct(by=gerda, employer=group, reason="x", name="Brandt Gruppe", place=nuernberg, parent=below)
    for employer in Employer.objects.all():
        above, steps = employer, 0
        while above.parent and steps < 10:
            above, steps = above.parent, steps + 1
        assert above.parent is None


def test_parent_read_before_its_family_moved_makes_no_circle(gerda, brandt, group, fuerth):
    """What was loaded earlier knows an old root: the families are read again before anything moves."""
    stale = Employer.objects.get(pk=brandt.pk)
    actions.correct(by=gerda, employer=brandt, reason="x", name="Elektro Brandt", place=fuerth, parent=group)
    with pytest.raises(PermissionDenied):
        actions.correct(by=gerda, employer=group, reason="x", name="Brandt Gruppe", place=fuerth, parent=stale)
    assert root(group) == group


def test_worker_who_hides_from_the_group_is_hidden_from_a_branch_that_joins(anna, monika, gerda, brandt, group):
    from network.profiles.models import Block, Profile

    Block.objects.create(profile=anna.profile, employer=group)
    assert Profile.objects.openable_by(viewer_of(monika)).exists()
    actions.set_parent(by=gerda, employer=brandt, parent=group)
    assert not Profile.objects.openable_by(viewer_of(monika)).exists()
