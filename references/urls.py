from django.urls import path

from references.handshake.urls import urlpatterns as handshake
from references.inviting.urls import urlpatterns as inviting
from references.managing.urls import urlpatterns as managing
from references.stamp.urls import urlpatterns as stamp
from references.views import closed, contest, correcting, employer, heads, public, referee, worker
from references.voices.urls import urlpatterns as voices
from references.witness.urls import urlpatterns as witness

app_name = "references"
urlpatterns = [
    *handshake,
    *inviting,
    *managing,
    *voices,
    *stamp,
    *witness,
    path("ledger/head.json", heads.head, name="head"),
    path("r/manage/<str:token>/", public.manage, name="manage"),
    path("r/manage/<str:token>/question/", contest.question, name="question"),
    path("r/manage/<str:token>/correct/", correcting.correct, name="correct"),
    path("r/<str:token>/", referee.start, name="start"),
    path("r/<str:token>/new-link/", closed.new_link, name="new_link"),
    path("r/<str:token>/<slug:step>/", referee.step, name="step"),
    path("v/<slug:public_id>/", public.verify, name="verify"),
    path("v/<slug:public_id>/how/", public.how, name="how"),
    path("me/references/", worker.mine, name="mine"),
    path("me/references/ask/<int:station>/", worker.ask, name="ask"),
    path("me/references/request/<slug:public_id>/", worker.sent, name="request"),
    path("me/references/request/<slug:public_id>/remind/", worker.remind, name="remind"),
    path("me/references/request/<slug:public_id>/take-back/", worker.take_back, name="take_back"),
    path("me/references/<slug:public_id>/", worker.read, name="read"),
    path("me/references/<slug:public_id>/contest/", contest.contest, name="contest"),
    path("me/references/<slug:public_id>/pressed/", contest.pressed, name="pressed"),
    path("me/references/<slug:public_id>/decide/", worker.decide, name="decide"),
    path("employer/<slug:public_id>/references/", employer.of_employer, name="of_employer"),
    path("employer/<slug:public_id>/references/<slug:reference_id>/object/", employer.object_to, name="object"),
    path("employer/<slug:public_id>/references/<slug:reference_id>/withdraw/", employer.withdraw, name="withdraw"),
    path("employer/<slug:public_id>/references/<slug:reference_id>/correct/", correcting.by_member, name="correct_own"),
]
