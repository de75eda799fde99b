"""Text that grows while it is tidied is too long before it reaches a column (PostgreSQL refuses it, SQLite would not)."""

import pytest
from django import forms

from accounts.forms import AddressField, CredentialField
from network.employers import naming
from network.employers.models import Employer
from network.profiles.models import Block
from network.ui.choosing import ChoosingField
from network.ui.fields import LineField
from references.forms import LineField as SignedField


@pytest.mark.parametrize("field", [LineField(max_length=80), SignedField(max_length=80), ChoosingField(max_length=80)])
def test_line_that_grows_when_composed_is_too_long(field):
    with pytest.raises(forms.ValidationError, match="80"):
        field.clean("\u0958" * 80)


def test_line_is_one_line():
    assert LineField().clean(" Elektro\r\nhttps://evil.example \u2028 x") == "Elektro https://evil.example x"


@pytest.mark.parametrize("char", ["㎒", "İ"])
def test_address_that_grows_in_lower_case_is_refused(char):
    with pytest.raises(forms.ValidationError):
        AddressField().clean(f"x@{'.'.join([char * 20] * 12)}.de")


def test_address_has_one_spelling():
    assert AddressField().clean(" Ａnna@Example.ORG ") == "anna@example.org"


@pytest.mark.parametrize("name", ["ä" * 120, "ß" * 120, "Bäckerei " * 13, f"{'ü' * 60} GmbH"])
def test_key_of_a_long_name_fits_its_column(name):
    for model in (Employer, Block):
        assert len(naming.key(name)) <= (model._meta.get_field("key").max_length or 0)
    assert naming.key(name).startswith(naming.stem(name))


@pytest.mark.parametrize(
    "said", ["[" * 100_000, "9" * 5000, '{"a": ' + "9" * 5000 + "}", "[1]", "5", "null", '"x"', "{"]
)
def test_answer_of_no_passkey_is_a_plain_error(said):
    class Form(forms.Form):
        credential = CredentialField()

    form = Form({"credential": said})
    assert not form.is_valid()
    assert said not in str(form["credential"])
