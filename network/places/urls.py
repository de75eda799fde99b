from django.urls import path

from network.places import views

app_name = "places"
urlpatterns = [
    path("places/", views.find, name="find"),
    path("places/suggest/", views.suggest, name="suggest"),
]
