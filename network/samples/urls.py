from django.urls import path

from network.samples import photo_views, views, views_consent, views_file

_PHOTO = "me/samples/<int:pk>/photos/<uuid:photo_id>/"

app_name = "samples"
urlpatterns = [
    path("me/samples/", views.samples, name="list"),
    path("me/samples/new/", views.new, name="new"),
    path("me/samples/new/<slug:kind>/", views.write, name="write"),
    path("me/samples/<int:pk>/", views.one, name="one"),
    path("me/samples/<int:pk>/text/", views.text, name="text"),
    path("me/samples/<int:pk>/when/", views.when, name="when"),
    path("me/samples/<int:pk>/consent/", views_consent.consent, name="consent"),
    path("me/samples/<int:pk>/delete/", views.delete, name="delete"),
    path("me/samples/<int:pk>/photos/", photo_views.photos, name="photos"),
    path(_PHOTO, photo_views.photo, name="photo"),
    path(f"{_PHOTO}move/", photo_views.move, name="move"),
    path(f"{_PHOTO}consent/", views_consent.agree, name="agree"),
    path(f"{_PHOTO}consent/same/", views_consent.same, name="same"),
    path(f"{_PHOTO}remove/", photo_views.remove, name="remove-photo"),
    path("photo/<uuid:photo_id>/<int:width>.webp", views_file.file, name="file"),
]
