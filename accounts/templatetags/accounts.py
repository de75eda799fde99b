from django import template

from accounts.presenters import device

register = template.Library()
register.filter("device", device)
