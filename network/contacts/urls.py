from django.urls import path

from network.contacts.views import receiving, sending, sent

app_name = "contacts"
urlpatterns = [
    path("p/<slug:handle>/offer/", sending.new, name="new"),
    path("p/<slug:handle>/offer/check/", sending.check, name="check"),
    path("me/offers/", receiving.offers, name="offers"),
    path("me/offers/<slug:public_id>/", receiving.offer, name="offer"),
    path("me/offers/<slug:public_id>/yes/", receiving.yes, name="yes"),
    path("me/offers/<slug:public_id>/yes/check/", receiving.check, name="yes_check"),
    path("me/offers/<slug:public_id>/no/", receiving.no, name="no"),
    path("employer/<slug:employer_id>/offers/", sent.offers, name="sent"),
    path("employer/<slug:employer_id>/offers/<slug:public_id>/", sent.offer, name="sent_offer"),
    path("employer/<slug:employer_id>/offers/<slug:public_id>/sent/", sent.done, name="sent_done"),
]
