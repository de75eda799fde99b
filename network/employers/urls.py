from django.urls import path

from network.employers.views import area, invitations, merging, people, proof, public, settings

app_name = "employers"
urlpatterns = [
    path("employers/suggest/", public.suggest, name="suggest"),
    path("e/<slug:public_id>/", public.employer, name="public"),
    path("employer/new/", area.new, name="new"),
    path("employer/invitation/<str:token>/", invitations.invitation, name="invitation"),
    path("employer/<slug:public_id>/", area.area, name="area"),
    path("employer/<slug:public_id>/leave/", people.leave, name="leave"),
    path("employer/<slug:public_id>/proof/", proof.proof, name="proof"),
    path("employer/<slug:public_id>/proof/code/", proof.code, name="proof_code"),
    path("employer/<slug:public_id>/people/", people.people, name="people"),
    path("employer/<slug:public_id>/people/invite/", people.invite, name="invite"),
    path("employer/<slug:public_id>/people/invitation/<int:pk>/", people.invitation, name="invitation_again"),
    path("employer/<slug:public_id>/people/<int:pk>/", people.roles, name="roles"),
    path("employer/<slug:public_id>/people/<int:pk>/end/", people.end, name="end"),
    path("employer/<slug:public_id>/settings/", settings.settings, name="settings"),
    path("employer/<slug:public_id>/settings/facts/", settings.facts, name="facts"),
    path("employer/<slug:public_id>/settings/works-council/", settings.council, name="council"),
    path("employer/<slug:public_id>/settings/parent/", settings.parent, name="parent"),
    path("employer/<slug:public_id>/settings/merge/", merging.ask, name="merge"),
    path("employer/<slug:public_id>/settings/merge/<slug:other_id>/", merging.answer, name="merge_answer"),
    path("employer/<slug:public_id>/settings/branch/<slug:branch_id>/", settings.branch, name="branch"),
]
