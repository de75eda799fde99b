from django.urls import path

from network.desk import views

app_name = "desk"
urlpatterns = [
    path("desk/", views.queue, name="queue"),
    path("desk/employer/<slug:public_id>/", views.employer, name="employer"),
    path("desk/employer/<slug:public_id>/correct/", views.correct, name="correct"),
    path("desk/employer/<slug:public_id>/invite/", views.invite_admin, name="invite"),
]
