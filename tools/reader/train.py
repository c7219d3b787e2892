"""Teaches the reader and writes the files that the product ships: see README.md beside this file.

python tools/reader/train.py --base FOLDER [--items FILE.jsonl ...] [--out triggers/detect/learned]
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import math
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from gate import write_gate
from items import KINDS, Item, of_lines, of_scorer, places, renamed
from network import EXTRA, STATUSES, Reader, ship
from torch import Tensor, nn
from transformers import AutoTokenizer

from triggers.detect.learned.pieces import Cutter

HERE = Path(__file__).parent
OWN = HERE.parent.parent / "tests" / "data"
OWN_LINES = ("around_the_firm", "told_apart", "plain_sentences", "business_turns")
LANGUAGES = frozenset({"en", "de", "fr", "es", "it"})
COLUMNS = len(KINDS) + len(EXTRA)
BATCH, EPOCHS, PACE = 16, 5, 1e-4


@dataclass(frozen=True, slots=True)
class Lesson:
    """One item as numbers: what the network is given, and what it should say."""

    pieces: list[int]
    shapes: list[int]
    below: int
    tags: Tensor  # (n, columns)
    known: Tensor  # (columns,): 0 where an item says nothing of the column
    kinds: Tensor  # (kinds,)
    statuses: Tensor  # (n,): -100 where none is known


def main() -> int:
    asked = _asked()
    torch.manual_seed(1)
    rng = random.Random(1)
    kept_back = _measuring(asked.keep)
    others = [item for path in asked.items for item in of_scorer(path, LANGUAGES) if item.id not in kept_back]
    ours = list(_ours())
    names = _names(asked.accounts) if asked.accounts else [item.labels[0]["company"] for item in ours if item.labels]
    vocabulary = _vocabulary(asked.base, others + ours)
    reader = Reader(asked.base, vocabulary)
    print(f"{len(others)} items of others, {len(ours)} of ours, {len(vocabulary)} pieces", flush=True)
    _teach(reader, Cutter(vocabulary), others, ours, names, rng)
    asked.out.mkdir(parents=True, exist_ok=True)
    ship(reader, asked.out / "reader.onnx")
    (asked.out / "vocabulary.txt").write_text("\n".join(vocabulary), encoding="utf-8")
    write_gate(others + ours, asked.out / "gate.txt")
    return 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--base", required=True, help="folder of all-MiniLM-L6-v2, the encoder to begin with")
    parser.add_argument("--items", type=Path, nargs="*", default=[], help="labelled items, in the scorer's format")
    parser.add_argument("--keep", type=Path, default=None, help="of this file, half A is kept back to measure with")
    parser.add_argument("--accounts", type=Path, default=None, help="a CSV of companies whose names are put in")
    parser.add_argument("--out", type=Path, default=HERE.parent.parent / "triggers" / "detect" / "learned")
    return parser.parse_args()


def _measuring(keep: Path | None) -> frozenset[str]:
    """The items that measure what was learned: half A of the file kept back, as `bench/quality.py` halves it."""
    items = of_scorer(keep, LANGUAGES) if keep else ()
    return frozenset(item.id for item in items if int(hashlib.sha256(item.id.encode()).hexdigest(), 16) % 2 == 0)


def _ours() -> Iterator[Item]:
    for path in (*sorted((HERE / "data").glob("*.txt")), *(OWN / f"{name}.txt" for name in OWN_LINES)):
        yield from of_lines(path)
    for name in ("own_news", "continental_news"):
        yield from of_scorer(OWN / f"{name}.jsonl", LANGUAGES)


def _names(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as rows:
        return [row["name"] for row in csv.DictReader(rows) if 2 < len(row["name"]) < 32 and row["name"][0].isalnum()]


def _vocabulary(base: str, items: list[Item]) -> list[str]:
    """The encoder's pieces that the items use twice, single letters and other short pieces."""
    known = AutoTokenizer.from_pretrained(base)
    used = Counter(piece for item in items for text in item.texts for piece in set(known.tokenize(text)))
    kept = []
    for piece in known.convert_ids_to_tokens(range(len(known))):
        bare = piece.removeprefix("##")
        letter = len(bare) == 1 and ord(bare) < 0x250
        if piece in known.all_special_tokens or letter or used[piece] >= 2 or (used[piece] and len(bare) <= 3):
            kept.append(piece)
    return kept


def _teach(
    reader: Reader, cutter: Cutter, others: list[Item], ours: list[Item], names: list[str], rng: random.Random
) -> None:
    new = [p for name, p in reader.named_parameters() if not name.startswith("bert")]
    pace = torch.optim.AdamW(
        [{"params": reader.bert.parameters(), "lr": PACE}, {"params": new, "lr": 1e-3}], weight_decay=0.01
    )
    steps, step = EPOCHS * math.ceil((len(others) + len(ours)) / BATCH), 0
    for epoch in range(EPOCHS):
        reader.train()
        lessons = [_lesson(cutter, renamed(item, names, rng, 0.4)) for item in others + ours]
        lost = 0.0
        for batch in _batches(lessons, rng):
            left = min(1.0, step / (0.1 * steps)) * max(0.0, 1 - step / steps)
            pace.param_groups[0]["lr"], pace.param_groups[1]["lr"] = PACE * left, 1e-3 * max(0.05, left)
            loss = _loss(reader, batch)
            pace.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            pace.step()
            lost, step = lost + float(loss.detach()), step + 1
        print(f"round {epoch + 1} of {EPOCHS}: loss {lost * BATCH / len(lessons):.3f}", flush=True)


def _lesson(cutter: Cutter, item: Item) -> Lesson:
    cut = cutter.cut(item.title, item.summary)
    tags, statuses = torch.zeros(len(cut.pieces), COLUMNS), torch.full((len(cut.pieces),), -100)
    known, kinds = torch.ones(COLUMNS), torch.zeros(len(KINDS))
    known[len(KINDS) :] = float(item.whole)
    for label in item.labels:
        kind = KINDS.index(label["event"])
        kinds[kind] = 1
        marks = [(label["company"], kind)]
        if item.whole:
            marks += [(label.get(part), len(KINDS) + 2 + i) for i, part in enumerate(EXTRA[2:])]
            marks += [(label["company"], len(KINDS) + EXTRA.index(label["side"]))] if label.get("side") else []
        for name, column in marks:
            for word in cut.words:
                text = item.title if word.field == "title" else item.summary
                if any(word.start < end and word.end > start for start, end in places(text, name)):
                    tags[word.first : word.last, column] = 1
                    if column == kind and label.get("status") in STATUSES:
                        statuses[word.first : word.last] = STATUSES.index(label["status"])
    return Lesson(cut.pieces, cut.shapes, cut.below, tags, known, kinds, statuses)


def _batches(lessons: list[Lesson], rng: random.Random) -> Iterator[list[Lesson]]:
    """Lessons of like length together, in an order of chance."""
    order = rng.sample(lessons, len(lessons))
    heaps = [
        sorted(order[i : i + 20 * BATCH], key=lambda one: len(one.pieces)) for i in range(0, len(order), 20 * BATCH)
    ]
    batches = [heap[i : i + BATCH] for heap in heaps for i in range(0, len(heap), BATCH)]
    yield from rng.sample(batches, len(batches))


def _loss(reader: Reader, batch: list[Lesson]) -> Tensor:
    longest = max(len(one.pieces) for one in batch)

    def padded(rows: list[Tensor], empty: float = 0) -> Tensor:
        return torch.stack(
            [nn.functional.pad(row, (0, 0) * (row.dim() - 1) + (0, longest - len(row)), value=empty) for row in rows]
        )

    pieces = padded([torch.tensor(one.pieces) for one in batch])
    shapes = padded([torch.tensor(one.shapes) for one in batch])
    fields = padded([(torch.arange(len(one.pieces)) >= one.below).long() for one in batch])
    mask = padded([torch.ones(len(one.pieces)) for one in batch])
    tags, statuses = padded([one.tags for one in batch]), padded([one.statuses for one in batch], -100)
    said, kinds, sure = reader(pieces, shapes, fields, mask)
    known = mask.unsqueeze(-1) * torch.stack([one.known for one in batch]).unsqueeze(1)
    of_tags = nn.functional.binary_cross_entropy_with_logits(said, tags, reduction="none", pos_weight=torch.tensor(3.0))
    truth = torch.stack([one.kinds for one in batch])
    of_kinds = nn.functional.binary_cross_entropy_with_logits(kinds, truth, reduction="none").sum(1).mean()
    loss: Tensor = 5 * (of_tags * known).sum() / mask.sum() + 0.5 * of_kinds
    if (statuses >= 0).any():
        loss = loss + 0.2 * nn.functional.cross_entropy(sure.transpose(1, 2), statuses, ignore_index=-100)
    return loss


if __name__ == "__main__":
    sys.exit(main())
