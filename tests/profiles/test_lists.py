"""Blocked firms, and what the two lists cost."""

import pytest

from network.profiles.models import Block, Qualification
from tests import factories
from tests.profiles.conftest import make_kind

PAPERS = "/me/profile/qualifications/"
DEADLINES = "/me/profile/deadlines/"
BLOCKS = "/me/profile/blocks/"


def test_block_offers_registered_firms_that_sound_like_it(worker, brandt) -> None:
    page = worker.post(BLOCKS, {"employer": "Brandt"})
    assert list(page.context["form"].errors) == ["employer"]
    worker.post(BLOCKS, {"employer": "Brandt", "employer-choice": brandt.public_id})
    assert Block.objects.get().employer == brandt
    assert "Elektro Brandt" in worker.get(BLOCKS).content.decode()


def test_block_of_an_unknown_firm_waits_for_it(worker) -> None:
    worker.post(BLOCKS, {"employer": "Elektro Neu GmbH"})
    block = Block.objects.get()
    assert (block.employer, block.name, block.key) == (None, "Elektro Neu GmbH", "elektro neu")
    assert "Elektro Neu GmbH" in worker.get(BLOCKS).content.decode()


@pytest.mark.parametrize("text", ["", "...", "x" * 121])
def test_block_of_nothing_is_refused(worker, text: str) -> None:
    page = worker.post(BLOCKS, {"employer": text})
    assert list(page.context["form"].errors) == ["employer"]
    assert not Block.objects.exists()


def test_unblock_asks_first(worker, anna, brandt) -> None:
    block = Block.objects.create(profile=anna.profile, employer=brandt)
    assert "Elektro Brandt" in worker.get(f"{BLOCKS}{block.pk}/remove/").content.decode()
    assert Block.objects.exists()
    assert worker.post(f"{BLOCKS}{block.pk}/remove/").url == BLOCKS
    assert not Block.objects.exists()


@pytest.mark.parametrize("rows", [1, 30])
def test_lists_cost_the_same_with_many_rows(worker, anna, fuerth, count_reads, rows: int) -> None:
    for number in range(rows):
        kind = make_kind(f"kind-{number}", number, f"Schein {number}")
        Qualification.objects.create(profile=anna.profile, kind=kind)
        Block.objects.create(profile=anna.profile, employer=factories.make_employer(f"Firma {number}", fuerth))
    assert count_reads(PAPERS) == 4
    assert count_reads(DEADLINES) == 4
    assert count_reads(BLOCKS) == 4
