from django.urls import include, path

from network.profiles import urls_papers, views, views_blocks, views_check, views_public, views_stations, views_steps

app_name = "profiles"
urlpatterns = [
    path("p/<slug:handle>/", views_public.page, name="page"),
    path("me/profile/", views.mine, name="mine"),
    path("me/profile/stations/", views_stations.stations, name="stations"),
    path("me/profile/stations/new/", views_stations.add, name="add_station"),
    path("me/profile/stations/new/kind/", views_stations.choose_kind, name="choose_kind"),
    path("me/profile/stations/new/<slug:kind>/", views_stations.add, name="add_station_of"),
    path("me/profile/stations/<int:pk>/", views_stations.change, name="change_station"),
    path("me/profile/stations/<int:pk>/kind/", views_stations.change_kind, name="change_kind"),
    path("me/profile/stations/<int:pk>/kind/<slug:kind>/", views_stations.change, name="change_station_to"),
    path("me/profile/stations/<int:pk>/steps/", views_steps.steps, name="steps"),
    path("me/profile/stations/<int:pk>/steps/<slug:step>/", views_steps.change, name="change_step"),
    path("me/profile/stations/<int:pk>/steps/<slug:step>/remove/", views_steps.remove, name="remove_step"),
    path("me/profile/stations/<int:pk>/remove/", views_stations.remove, name="remove_station"),
    path("", include(urls_papers.urlpatterns)),
    path("me/profile/blocks/", views_blocks.blocks, name="blocks"),
    path("me/profile/blocks/<int:pk>/remove/", views_blocks.unblock, name="unblock"),
    path("me/profile/check/", views_check.check, name="check"),
    path("", include("network.profiles.urls_times")),
    path("", include("network.profiles.urls_sharing")),
    path("me/profile/<slug:key>/", views.question, name="question"),
]
