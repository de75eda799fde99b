from django.urls import path

from network.contacts.views import receiving, sending, sent

app_name = "contacts"
urlpatterns = [
    path("p/<str:handle>/offer/", sending.new, name="new"),
    path("p/<str:handle>/offer/check/", sending.check, name="check"),
    path("me/offers/", receiving.offers, name="offers"),
    path("me/offers/<str:public_id>/", receiving.offer, name="offer"),
    path("me/offers/<str:public_id>/yes/", receiving.yes, name="yes"),
    path("me/offers/<str:public_id>/yes/check/", receiving.check, name="yes_check"),
    path("me/offers/<str:public_id>/no/", receiving.no, name="no"),
    path("employer/<str:employer_id>/offers/", sent.offers, name="sent"),
    path("employer/<str:employer_id>/offers/<str:public_id>/", sent.offer, name="sent_offer"),
    path("employer/<str:employer_id>/offers/<str:public_id>/sent/", sent.done, name="sent_done"),
]
