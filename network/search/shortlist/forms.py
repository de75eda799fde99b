from django import forms
from django.utils.translation import gettext_lazy as _


class NoteForm(forms.Form):
    note = forms.CharField(
        label=_("Note for your team"),
        help_text=_(
            "At most 300 characters. Write only about the work: the person reads this note at any time (Art. 15 GDPR). "
            "Nothing about age, origin, religion, health, family or the like (§ 1 AGG)."
        ),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"max_length": _("This is too long. A note holds at most 300 characters")},
    )
