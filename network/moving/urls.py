from django.urls import path

from network.moving import views_public

app_name = "moving"
urlpatterns = [
    path("p/<slug:handle>.json", views_public.as_resume, name="resume"),
]
