"""Law 3 on paper: a printed page never tells that somebody is open for offers."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.urls import reverse

STYLES = Path(settings.BASE_DIR) / "network/ui/static/ui/css"


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["rita", "anna"])
def test_line_about_offers_stays_off_the_paper(client, anna, request, who):
    client.force_login(request.getfixturevalue(who))
    page = client.get(reverse("profiles:page", args=[anna.profile.handle]), headers={"accept-language": "en"}).text
    lines = re.findall(r"<li class=\"([^\"]*)\">(?:(?!</li>).)*?offers", page, re.DOTALL)
    assert lines == ["off-paper"]


def test_style_sheet_leaves_it_out_in_print():
    printed = (STYLES / "7-print.css").read_text()
    hidden = re.search(r"([^{}]*\.off-paper[^{}]*)\{\s*display: none\s*\}", printed)
    assert hidden
    assert printed.index("@media print") < hidden.start()
