from django.urls import path

from network.home import sitemaps, views

app_name = "home"
PLAIN = ["contact", "accessibility", "privacy", "imprint", "easy", "facts-only"]
urlpatterns = [
    path("", views.start, name="start"),
    path("me/", views.me, name="me"),
    *(path(f"{name}/", views.plain(name), name=name.replace("-", "_")) for name in PLAIN),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    path("sitemap-<slug:section>.xml", sitemaps.sitemap, name="sitemap_of"),
    path("robots.txt", views.robots, name="robots"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
]
