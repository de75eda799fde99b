"""Addresses of these pages; part of the house's. What comes after the digits or the slip is the mail route's."""

from django.urls import path

from references.handshake import views_public, views_worker

urlpatterns = [
    path("h/", views_public.enter, name="handshake_enter"),
    path("me/references/guessed/", views_worker.guessed, name="guessed"),
    path("me/references/handshake/<int:station>/", views_worker.room, name="handshake"),
    path("me/references/paper/<int:station>/", views_worker.paper, name="paper"),
]
