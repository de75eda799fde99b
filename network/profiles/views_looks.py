"""Who looked, for the worker to read."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from network.profiles.models import Profile
from network.profiles.presenters import looks_by_day
from network.profiles.views import WorkerRequest, with_profile

A_PAGE = 100


@with_profile
def looks(request: WorkerRequest, profile: Profile) -> HttpResponse:
    page = Paginator(profile.looks.newest_first(), A_PAGE).get_page(request.GET.get("page"))
    context = {"profile": profile, "page": page, "days": looks_by_day(page), "back": reverse("profiles:mine")}
    return render(request, "profiles/looks.html", context)
