"""A story that the lint has nothing to say about, and the same one with a warning or an error in it."""

from __future__ import annotations

GOOD = """\
---
id: raised
event: funding
language: en
subject:
  a: "{{ account.short_name }} after the news"
  b: "Who teaches your new people?"
---
{% beat moment %}
{{ contact.first_name }}, {{ evidence.publisher }} writes that {{ account.short_name }} has new money.
{% endbeat %}
{% beat problem %}
Your new people will learn from whoever has time, and each of them learns something else from you.
{% endbeat %}
{% beat journey %}
What tends to help is dull: write down how your best calls go, a page a day.
{% endbeat %}
{% beat setback %}
It is slow, and for a while you would sell less than before, and some people leave over it.
{% endbeat %}
{% beat promise %}{% if promise.text %}{{ promise.text }}{% endif %}{% endbeat %}
{% beat ask %}
Would it help you to see how others wrote theirs?
{% endbeat %}
"""
BETTER = GOOD.replace("has new money", "has found new money")
WARNED = GOOD.replace("has new money", "has amazing new money")
BROKEN = GOOD.replace("account.short_name }} has", "account.shortname }} has")
