from django.urls import path

from network.desk import views, views_cases, views_help, views_merging, views_own, views_papers, views_takeover

app_name = "desk"
urlpatterns = [
    path("desk/", views.queue, name="queue"),
    path("desk/cases/", views_cases.listed, name="cases"),
    path("desk/cases/<int:pk>/", views_cases.one, name="case"),
    path("desk/cases/<int:pk>/ask/", views_cases.ask, name="ask_side"),
    path("desk/answer/<str:token>/", views_own.answer_by_link, name="answer_by_link"),
    path("desk/help/", views_help.start, name="help"),
    path("desk/help/<int:pk>/hand-over/", views_help.hand_over, name="hand_over"),
    path("desk/help/<int:pk>/throw-away/", views_help.throw_away, name="throw_away"),
    path("desk/help/<int:pk>/stop/", views_help.stop, name="stop"),
    path("me/desk/", views_own.listed, name="own_cases"),
    path("me/desk/<int:pk>/", views_own.one, name="own_case"),
    path("me/desk/<int:pk>/answer/", views_own.answer, name="answer"),
    path("me/desk/<int:pk>/contest/", views_own.contest, name="contest"),
    path("takeover/", views_takeover.digits, name="takeover"),
    path("takeover/page/", views_takeover.page, name="takeover_page"),
    path("desk/seen/", views_papers.digits, name="digits"),
    path("desk/seen/paper/", views_papers.look, name="look"),
    path("desk/employer/<slug:public_id>/", views.employer, name="employer"),
    path("desk/employer/<slug:public_id>/correct/", views.correct, name="correct"),
    path("desk/employer/<slug:public_id>/merge/", views_merging.merge, name="merge"),
    path("desk/employer/<slug:public_id>/invite/", views.invite_admin, name="invite"),
]
