from django.urls import path

from network.search import views
from network.search.saved import views as saved
from network.search.shortlist import views as shortlist

app_name = "search"
urlpatterns = [
    path("search/", views.search, name="search"),
    path("search/narrow/", views.narrow, name="narrow"),
    path("search/map/", views.as_map, name="map"),
    path("p/<slug:handle>/shortlist/", shortlist.choose, name="remember"),
    path("employer/<slug:employer_id>/shortlist/", shortlist.shortlist, name="shortlist"),
    path("employer/<slug:employer_id>/shortlist/compare/", shortlist.compare, name="compare"),
    path("employer/<slug:employer_id>/shortlist/paper/", shortlist.paper, name="shortlist_paper"),
    path("employer/<slug:employer_id>/shortlist/<slug:handle>/", shortlist.note, name="note"),
    path("me/noted/", shortlist.noted, name="noted"),
    path("search/save/", saved.save, name="save"),
    path("me/searches/", saved.saved, name="saved"),
    path("me/searches/<slug:public_id>/", saved.one, name="saved_one"),
    path("search/mail/<str:token>/", saved.by_mail, name="by_mail"),
]
