"""Addresses of these pages; part of the house's."""

from django.urls import path

from references.voices import views_how, views_own, views_public, views_signing, views_worker

urlpatterns = [
    path("voice/", views_public.enter, name="voice_enter"),
    path("voice/own/<str:token>/", views_own.own, name="voice_own"),
    path("voice/<slug:public_id>/how/", views_how.how, name="voice_how"),
    path("voice/<str:token>/", views_public.you, name="voice"),
    path("voice/<str:token>/seen/", views_public.seen, name="voice_seen"),
    path("voice/<str:token>/check/", views_signing.check, name="voice_check"),
    path("voice/<str:token>/mailbox/", views_signing.mailbox, name="voice_mailbox"),
    path("voice/<str:token>/code/", views_signing.code, name="voice_code"),
    path("voice/<str:token>/no/", views_public.no, name="voice_no"),
    path("voice/<str:token>/never/", views_public.never, name="voice_never"),
    path("voice/<str:token>/new-link/", views_public.new_link, name="voice_new_link"),
    path("me/said/", views_own.given, name="voices_given"),
    path("me/said/<slug:public_id>/", views_own.given_one, name="voice_given"),
    path("me/voices/", views_worker.voices, name="voices"),
    path("me/voices/<slug:word>/<int:pk>/", views_worker.about, name="voices_about"),
    path("me/voices/<slug:word>/<int:pk>/ask/", views_worker.ask, name="voice_ask"),
    path("me/voices/<slug:word>/<int:pk>/room/", views_worker.room, name="voice_room"),
    path("me/voice/<slug:public_id>/", views_worker.read, name="voice_read"),
    path("me/voice/<slug:public_id>/contest/", views_worker.contest, name="voice_contest"),
    path("me/voice/<slug:public_id>/decide/", views_worker.decide, name="voice_decide"),
    path("me/voice/<slug:public_id>/remind/", views_worker.remind, name="voice_remind"),
    path("me/voice/<slug:public_id>/take-back/", views_worker.take_back, name="voice_take_back"),
]
