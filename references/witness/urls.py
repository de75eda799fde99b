"""Addresses of these pages; part of the house's."""

from django.urls import path

from references.witness import views_ending, views_public, views_worker

urlpatterns = [
    path("w/", views_public.enter, name="witness_enter"),
    path("w/own/<str:token>/", views_ending.own, name="witness_own"),
    path("w/<str:token>/", views_public.start, name="witness"),
    path("w/<str:token>/you/", views_public.you, name="witness_you"),
    path("w/<str:token>/code/", views_ending.code, name="witness_code"),
    path("w/<str:token>/new-link/", views_public.new_link, name="witness_new_link"),
    path("me/samples/<int:sample>/witnesses/", views_worker.witnesses, name="witnesses"),
    path("me/samples/<int:sample>/witnesses/ask/", views_worker.ask, name="witness_ask"),
    path("me/samples/<int:sample>/witnesses/room/", views_worker.room, name="witness_room"),
    path("me/witness/<slug:public_id>/", views_worker.read, name="witness_read"),
    path("me/witness/<slug:public_id>/decide/", views_worker.decide, name="witness_decide"),
    path("me/witness/<slug:public_id>/take-back/", views_worker.take_back, name="witness_take_back"),
]
