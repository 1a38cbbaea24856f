"""Every page, by address."""

from django.urls import path

from tizme.web.views import assets, case, counts, items, persons

urlpatterns = [
    path("", case.front, name="case"),
    path("items/", items.index, name="items"),
    path("items/<str:sha256>/", items.one, name="item"),
    path("persons/", persons.index, name="persons"),
    path("persons/<str:person_id>/", persons.one, name="person"),
    path("counts/", counts.index, name="counts"),
    path("counts/<str:question>/", counts.one, name="count"),
    path("counts/<str:question>/<int:number>/", counts.cell, name="count-cell"),
    path("assets/<str:name>", assets.asset, name="asset"),
]
handler404 = "tizme.web.views.case.missing"
