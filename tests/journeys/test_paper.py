"""What is made to be printed fits on the paper it is made for."""

import re

import pytest
from django.urls import reverse

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("language", ["de", "en"])
def test_sheet_for_the_works_council_is_one_page(visit, language):
    council = visit(width=1280)
    council.context.set_extra_http_headers({"accept-language": language})
    council.open(reverse("home:facts_only"))
    paper = council.page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", paper)) == 1
