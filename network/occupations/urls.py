from django.urls import path

from network.occupations import views

app_name = "occupations"
urlpatterns = [
    path("occupations/", views.occupations, name="list"),
    path("occupations/suggest/", views.suggest, name="suggest"),
    path("qualifications/", views.qualifications, name="qualifications"),
    path("qualifications/suggest/", views.suggest_qualifications, name="suggest_qualifications"),
]
