from django.urls import path

from network.contacts.notices import feed, views_employer, views_public, views_worker
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
    path("me/offers/<slug:public_id>/missed/", receiving.missed, name="missed"),
    path("me/offers/<slug:public_id>/report/", receiving.report, name="report"),
    path("employer/<slug:employer_id>/offers/", sent.offers, name="sent"),
    path("employer/<slug:employer_id>/offers/<slug:public_id>/", sent.offer, name="sent_offer"),
    path("employer/<slug:employer_id>/offers/<slug:public_id>/sent/", sent.done, name="sent_done"),
    path("employer/<slug:employer_id>/offers/<slug:public_id>/word/", sent.tell, name="tell"),
    path("notices/", views_public.notices, name="notices"),
    path("notices/feed/", feed.feed, name="notice_feed"),
    path("notices/<slug:public_id>/", views_public.notice, name="notice"),
    path("notices/<slug:public_id>/interest/", views_worker.interest, name="interest"),
    path("me/notices/", views_worker.interests, name="interests"),
    path("me/notices/<slug:public_id>/take-back/", views_worker.take_back, name="take_back_interest"),
    path("employer/<slug:employer_id>/notices/", views_employer.notices, name="notices_of"),
    path("employer/<slug:employer_id>/notices/new/", views_employer.new, name="new_notice"),
    path("employer/<slug:employer_id>/notices/<slug:public_id>/", views_employer.one, name="own_notice"),
    path("employer/<slug:employer_id>/notices/<slug:public_id>/change/", views_employer.change, name="change_notice"),
    path("employer/<slug:employer_id>/notices/<slug:public_id>/end/", views_employer.end, name="end_notice"),
    path("employer/<slug:employer_id>/notices/<slug:public_id>/renew/", views_employer.renew, name="renew_notice"),
]
