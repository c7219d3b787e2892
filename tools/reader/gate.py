"""The gate: a linear regression over the words of an entry, kept as a list of words with weights."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
from items import Item
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

from triggers.detect.heard import bare_word
from triggers.detect.learned.gate import words_of

PASSES = 0.95  # of the entries that tell an event, scored by folds
_LEAST = 0.05  # weight of a word that is kept


def write_gate(items: list[Item], to: Path) -> None:
    """Writes the floor in the first line, then a word and its weight in each."""
    texts = [f"{item.title} {item.summary}" for item in items]
    tells = np.array([bool(item.labels) for item in items])
    small = _ordinary(texts)
    counted = CountVectorizer(analyzer=lambda text: words_of(text) & small, binary=True, min_df=4)
    table = counted.fit_transform(texts)
    line = LogisticRegression(C=0.3, max_iter=500, class_weight={True: 3.0, False: 1.0})
    scores = cross_val_predict(line, table, tells, cv=5, method="decision_function")
    line.fit(table, tells)
    floor = np.quantile(scores[tells], 1 - PASSES) - line.intercept_[0]
    print(f"the gate lets {np.mean(scores[~tells] > floor + line.intercept_[0]):.2f} of the other items pass")
    kept = sorted(
        (w, x) for w, x in zip(counted.get_feature_names_out(), line.coef_[0], strict=True) if abs(x) > _LEAST
    )
    to.write_text("\n".join([f"{floor:.2f}", *(f"{word} {weight:.2f}" for word, weight in kept)]), encoding="utf-8")


def _ordinary(texts: list[str]) -> frozenset[str]:
    """Words that are written small at least now and then: no firm, place or person is weighed."""
    small, all_ = Counter[str](), Counter[str]()
    for text in texts:
        for raw in text.split():
            word = bare_word(raw.lower())
            all_[word] += 1
            small[word] += bare_word(raw) == word
    return frozenset(word for word, count in all_.items() if small[word] >= 0.3 * count) | {"#"}
