"""Addresses of these pages; part of the house's. They stand before `r/<token>/`."""

from django.urls import path

from references.managing import views, views_asking
from references.managing.hands import by_account, by_link

urlpatterns = [
    path("r/mine/", views_asking.ask, name="managing"),
    path("r/mine/<str:token>/", by_link(views.everything), name="managing_all"),
    path("r/mine/<str:token>/reference/<slug:public_id>/", by_link(views.reference), name="managing_reference"),
    path("r/mine/<str:token>/reference/<slug:public_id>/name/", by_link(views.name), name="managing_name"),
    path("r/mine/<str:token>/reference/<slug:public_id>/withdraw/", by_link(views.withdraw), name="managing_withdraw"),
    path("r/mine/<str:token>/reference/<slug:public_id>/pressed/", by_link(views.pressed), name="managing_pressed"),
    path("r/mine/<str:token>/witness/<slug:public_id>/", by_link(views.confirmed), name="managing_witness"),
    path("r/mine/<str:token>/voice/<slug:public_id>/", by_link(views.voice), name="managing_voice"),
    path("r/manage/<str:token>/name/", views.name_by_copy, name="manage_name"),
    path("me/signed/", by_account(views.everything), name="signed"),
    path("me/signed/reference/<slug:public_id>/", by_account(views.reference), name="signed_reference"),
    path("me/signed/reference/<slug:public_id>/name/", by_account(views.name), name="signed_name"),
    path("me/signed/reference/<slug:public_id>/withdraw/", by_account(views.withdraw), name="signed_withdraw"),
    path("me/signed/reference/<slug:public_id>/pressed/", by_account(views.pressed), name="signed_pressed"),
    path("me/signed/witness/<slug:public_id>/", by_account(views.confirmed), name="signed_witness"),
]
