"""Addresses of a list are those that reverse() says."""

import pytest
from django.urls import reverse

from network.ui.addresses import addresses


@pytest.mark.parametrize("name", ["profiles:page", "search:remember"])
@pytest.mark.parametrize("handle", ["ab3de5fg7h", "0000000000", "x"])
def test_same_as_reverse(name, handle) -> None:
    assert addresses(name)(handle) == reverse(name, args=[handle])
