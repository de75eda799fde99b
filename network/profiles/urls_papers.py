"""Papers of the worker, their deadlines, and the doors of employers to them. Part of urls.py."""

from django.urls import path

from network.profiles import views_deadlines, views_papers, views_recognition, views_seeing

OWN = "me/profile/qualifications/"
ONE = f"{OWN}<int:pk>/"

urlpatterns = [
    path(OWN, views_papers.qualifications, name="qualifications"),
    path(f"{OWN}new/", views_papers.add_qualification, name="add_qualification"),
    path(f"{OWN}new/<slug:slug>/", views_papers.add_qualification_of, name="add_qualification_of"),
    path(ONE, views_papers.qualification, name="qualification"),
    path(f"{ONE}change/", views_papers.change_qualification, name="change_qualification"),
    path(f"{ONE}remove/", views_papers.remove_qualification, name="remove_qualification"),
    path(f"{ONE}recognition/", views_recognition.steps, name="recognition"),
    path(f"{ONE}show/", views_seeing.show, name="show_original"),
    path(f"{ONE}unseen/", views_seeing.unsee, name="take_mark_off"),
    path("me/profile/deadlines/", views_deadlines.mine, name="deadlines"),
    path("me/profile/deadlines/calendar/", views_deadlines.calendar, name="calendar"),
    path("me/profile/deadlines/calendar/end/", views_deadlines.end_calendar, name="end_calendar"),
    path("calendar/<str:token>.ics", views_deadlines.feed_file, name="feed"),
    path("employer/<slug:public_id>/seen/", views_seeing.employer_digits, name="employer_digits"),
    path("employer/<slug:public_id>/seen/paper/", views_seeing.employer_looks, name="employer_looks"),
]
