"""Who sees what: every item with its readers, phone and mail, search engines."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from network.profiles import actions, items
from network.profiles.forms_reach import ContactForm, EnginesForm
from network.profiles.forms_sharing import ItemsForm
from network.profiles.models import Profile
from network.profiles.views import WorkerRequest, with_profile
from network.ui import pages


@with_profile
def who_sees_what(request: WorkerRequest, profile: Profile) -> HttpResponse:
    """All items on one page, one button for all."""
    form = ItemsForm(pages.posted(request), groups=items.groups_of(profile))
    if request.method == "POST" and form.is_valid():
        actions.show_items(by=request.user, profile=profile, changes=form.changes())
        return redirect(f"{reverse('profiles:items')}?saved")
    return pages.ask(
        request,
        form,
        title=_("Who sees what"),
        template="profiles/items.html",
        profile=profile,
        saved="saved" in request.GET,
        back=reverse("profiles:mine"),
        button=_("Save"),
    )


@with_profile
def contact(request: WorkerRequest, profile: Profile) -> HttpResponse:
    """Phone and mail on the page, if somebody wants that."""
    names = ("phone", "phone_audience", "mail", "mail_audience")
    form = ContactForm(pages.posted(request), initial={name: getattr(profile, name) for name in names})
    if request.method == "POST" and form.is_valid():
        actions.save_contact(by=request.user, profile=profile, **form.cleaned_data)
        return redirect("profiles:mine")
    return pages.ask(
        request,
        form,
        title=_("How can others reach you?"),
        template="profiles/contact.html",
        back=reverse("profiles:mine"),
        button=_("Save"),
    )


@with_profile
def engines(request: WorkerRequest, profile: Profile) -> HttpResponse:
    """Only a question where everyone may open the page."""
    if profile.visibility != Profile.Visibility.EVERYONE:
        return pages.done(
            request,
            title=_("Search engines do not see your page"),
            text=_("They could show it only if everyone may open it. You have chosen something else, so it stays out."),
            links=[(reverse("profiles:question", args=["visibility"]), _("Change who sees it"))],
            back=reverse("profiles:mine"),
        )
    form = EnginesForm(pages.posted(request), initial={"indexable": "yes" if profile.indexable else "no"})
    if request.method == "POST" and form.is_valid():
        actions.choose_engines(by=request.user, profile=profile, **form.cleaned_data)
        return redirect("profiles:mine")
    return pages.ask(
        request,
        form,
        title=_("May search engines show your page?"),
        back=reverse("profiles:mine"),
        button=_("Save"),
    )
