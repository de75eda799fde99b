"""Read after every room has filled the registry: Django loads addresses when all apps are ready."""

from django.urls import path

from network.partners import registry
from network.partners.views import about, keys, programs

app_name = "partners"
urlpatterns = [
    path("api/", about.about, name="about"),
    path("api/v1/openapi.json", programs.description, name="description"),
    *(path(f"api/v1/{each.route}", programs.ask(each), name=each.name) for each in registry.resources),
    path("employer/<slug:employer_id>/keys/", keys.keys, name="keys"),
    path("employer/<slug:employer_id>/keys/new/", keys.new, name="new_key"),
    path("employer/<slug:employer_id>/keys/<slug:public_id>/end/", keys.end, name="end_key"),
]
