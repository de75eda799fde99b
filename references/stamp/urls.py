from django.urls import path

from references.stamp import views_employer, views_worker

urlpatterns = [
    path("me/stamp/", views_worker.stamps, name="stamps"),
    path("me/stamp/station/<int:station>/", views_worker.agree, name="stamp_agree"),
    path("me/stamp/<int:answer>/take-off/", views_worker.take_off, name="stamp_take_off"),
    path("me/stamp/<int:answer>/contest/", views_worker.contest, name="stamp_contest"),
    path("employer/<slug:public_id>/stamp/", views_employer.stamp, name="stamp"),
    path("employer/<slug:public_id>/stamp/mails/", views_employer.mails, name="stamp_mails"),
    path("employer/<slug:public_id>/stamp/<int:answer>/take-back/", views_employer.take_back, name="stamp_take_back"),
]
