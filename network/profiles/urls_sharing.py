"""Who sees what: items, share links, previews, who looked."""

from django.urls import path

from network.profiles import views_items, views_looks, views_preview, views_shared, views_shares

urlpatterns = [
    path("s/<str:token>/", views_shared.shared, name="shared"),
    path("me/profile/items/", views_items.who_sees_what, name="items"),
    path("me/profile/contact/", views_items.contact, name="contact"),
    path("me/profile/engines/", views_items.engines, name="engines"),
    path("me/profile/shares/", views_shares.shares, name="shares"),
    path("me/profile/shares/new/", views_shares.new_share, name="new_share"),
    path("me/profile/shares/<int:pk>/", views_shares.one_share, name="share"),
    path("me/profile/shares/<int:pk>/end/", views_shares.end_share, name="end_share"),
    path("me/profile/looks/", views_looks.looks, name="looks"),
    path("me/profile/preview/boss/", views_preview.preview_boss, name="preview_boss"),
    path("me/profile/preview/boss/<slug:public_id>/", views_preview.preview_firm, name="preview_firm"),
    path("me/profile/preview/<slug:reader>/", views_preview.preview, name="preview"),
]
