"""The look of every form. Settings name it as a string, so no room imports another for it."""

from typing import Any

from django.forms import MultiWidget, Widget
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.utils.safestring import SafeString


class PlainBoundField(BoundField):
    """No colon behind labels, no `required` bubble of the browser: our own messages are plainer."""

    def label_tag(
        self,
        contents: str | None = None,
        attrs: dict[str, Any] | None = None,
        label_suffix: str | None = None,
        tag: str | None = None,
    ) -> SafeString:
        return super().label_tag(contents, attrs, "", tag)

    def build_widget_attrs(self, attrs: dict[str, Any], widget: Widget | None = None) -> dict[str, Any]:  # type: ignore[override]
        attrs = super().build_widget_attrs(attrs, widget)
        attrs.pop("required", None)
        return attrs

    @property
    def is_heading(self) -> bool:
        """True when this field's label is the h1 of its question page."""
        return getattr(self.form, "heading", None) == self.name

    @property
    def first_id(self) -> str:
        """Where a link of the error summary jumps to: the first input of a group, the first of the things that may be meant."""
        if isinstance(self.field.widget, MultiWidget):
            return f"{self.auto_id}_0"
        if getattr(self.value(), "candidates", ()):
            return f"{self.auto_id}-choice-0"
        return self.subwidgets[0].id_for_label if self.use_fieldset and self.subwidgets else self.id_for_label


class Renderer(TemplatesSetting):
    form_template_name = "ui/form.html"
    field_template_name = "ui/field.html"
    bound_field_class = PlainBoundField
