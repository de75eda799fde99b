"""Addresses of these pages; part of the house's."""

from django.urls import path

from references.inviting import views_employer, views_invited, views_taking, views_team, views_writing

urlpatterns = [
    path("i/<str:token>/", views_invited.invited, name="invited"),
    path("i/<str:token>/sign-in/", views_invited.sign_in, name="invited_sign_in"),
    path("i/<str:token>/new-link/", views_invited.new_link, name="invited_new_link"),
    path("me/invited/<slug:public_id>/", views_taking.own, name="invited_own"),
    path("me/invited/<slug:public_id>/take/", views_taking.take, name="invited_take"),
    path("employer/<slug:public_id>/inviting/", views_employer.sent, name="inviting"),
    path("employer/<slug:public_id>/inviting/team/", views_team.team, name="inviting_team"),
    path("employer/<slug:public_id>/inviting/take-back/", views_employer.take_back, name="inviting_take_back"),
    path(
        "employer/<slug:public_id>/inviting/<slug:sheet>/<slug:question>/", views_writing.write, name="inviting_write"
    ),
]
