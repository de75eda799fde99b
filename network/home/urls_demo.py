"""Only in demo mode: the sent mail, and every part of the look on one page."""

from django.urls import path

from network.home import demo_views

app_name = "demo"
urlpatterns = [
    path("dev/outbox/", demo_views.outbox, name="outbox"),
    path("dev/outbox/<str:name>/", demo_views.letter, name="letter"),
    path("styleguide/", demo_views.styleguide, name="styleguide"),
]
