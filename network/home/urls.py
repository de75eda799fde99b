from django.urls import path

from network.home import views

app_name = "home"
urlpatterns = [
    path("", views.start, name="start"),
    path("me/", views.me, name="me"),
    path("contact/", views.contact, name="contact"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
    path("imprint/", views.imprint, name="imprint"),
    path("easy/", views.easy, name="easy"),
    path("robots.txt", views.robots, name="robots"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
]
