from django.urls import path

from network.profiles import views_times

urlpatterns = [
    path("me/profile/week/", views_times.week, name="week"),
    path("me/profile/languages/", views_times.languages, name="languages"),
    path("me/profile/languages/<slug:language>/remove/", views_times.remove_language, name="remove_language"),
]
