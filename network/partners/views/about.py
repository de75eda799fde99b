from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from network.partners import registry
from network.partners.openapi import template
from network.partners.problems import KINDS


@login_not_required
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """For people who write programs: what there is, how to get a key, what mistakes mean."""
    description = reverse("partners:description")
    base = description.removesuffix("openapi.json")
    context = {
        "addresses": [(base + template(each.route), each.summary) for each in registry.resources],
        "problems": [(name, status, title) for name, (status, title) in KINDS.items()],
        "description": description,
    }
    return render(request, "partners/about.html", context)
