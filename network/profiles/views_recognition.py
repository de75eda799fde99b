"""The steps of the recognition of a paper from abroad."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from network.profiles import actions, presenters, recognition
from network.profiles.forms_recognition import RecognitionForm
from network.profiles.models import Profile
from network.profiles.views import WorkerRequest, with_profile
from network.profiles.views_papers import own_paper
from network.ui import pages


@with_profile
def steps(request: WorkerRequest, profile: Profile, pk: int) -> HttpResponse:
    paper = own_paper(profile, pk)
    if paper.kind.slug != recognition.KIND:
        raise Http404
    form = RecognitionForm(pages.posted(request), steps=paper.recognition)
    if request.method == "POST" and form.is_valid():
        actions.save_recognition(by=request.user, qualification=paper, months=form.months())
        return redirect("profiles:qualification", pk)
    return pages.ask(
        request,
        form,
        title=_("How far is the recognition?"),
        template="profiles/recognition.html",
        seen=presenters.seen_words(paper.seen_by, paper.seen_on),
        back=reverse("profiles:qualification", args=[pk]),
        button=_("Save"),
    )
