from django.urls import path

from network.moving import views, views_public

app_name = "moving"
urlpatterns = [
    path("p/<slug:handle>.json", views_public.as_resume, name="resume"),
    path("me/import/", views.bring, name="bring"),
    path("me/import/check/", views.check, name="check"),
    path("me/import/throw-away/", views.throw_away, name="throw_away"),
    path("me/import/done/", views.done, name="done"),
]
