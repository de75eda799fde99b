from django.urls import path

from network.profiles import views_mails, views_times

urlpatterns = [
    path("me/profile/week/", views_times.week, name="week"),
    path("me/profile/languages/", views_times.languages, name="languages"),
    path("me/profile/languages/<slug:language>/remove/", views_times.remove_language, name="remove_language"),
    path("me/profile/mails/", views_mails.mails, name="mails"),
    path("me/profile/still-right/", views_mails.still_right, name="still_right"),
    path("mails/<str:token>/", views_mails.by_mail, name="by_mail"),
]
