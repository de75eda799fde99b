"""All addresses. Each room lists its own in full, so that this page stays a table of contents."""

from django.conf import settings
from django.urls import include, path

urlpatterns = [
    path("", include("network.home.urls")),
    path("account/", include("accounts.urls")),
    path("", include("network.places.urls")),
    path("", include("network.occupations.urls")),
    path("", include("network.employers.urls")),
    path("", include("network.moving.urls")),
    path("", include("network.profiles.urls")),
    path("", include("network.samples.urls")),
    path("", include("network.search.urls")),
    path("", include("network.contacts.urls")),
    path("", include("network.desk.urls")),
    path("", include("network.partners.urls")),
    path("", include("references.urls")),
]
if settings.DEMO:
    urlpatterns += [path("", include("network.home.urls_demo"))]

handler400 = "network.home.views.bad_request"
handler403 = "network.home.views.forbidden"
handler404 = "network.home.views.not_found"
handler500 = "network.home.views.server_error"
