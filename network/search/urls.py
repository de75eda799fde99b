from django.urls import path

from network.search import views

app_name = "search"
urlpatterns = [
    path("search/", views.search, name="search"),
    path("search/narrow/", views.narrow, name="narrow"),
    path("search/map/", views.as_map, name="map"),
]
