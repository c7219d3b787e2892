"""The network that reads an entry: a small transformer of six layers whose weights, as bytes, lie beside this file.

`tools/reader` trains it and writes its three files. It runs in one thread of the process that asks, and its memory is
taken when it is first asked.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from triggers.detect.learned.pieces import Cut, Cutter

Floats = NDArray[np.float32]
HOME = Path(__file__).parent
WEIGHTS, VOCABULARY = HOME / "reader.onnx", HOME / "vocabulary.txt"


@dataclass(frozen=True, slots=True)
class Network:
    """Weights ready to be used, and the cutter that goes with them."""

    cutter: Cutter
    session: onnxruntime.InferenceSession

    def read(self, cut: Cut) -> tuple[Floats, Floats]:
        """Of each piece its tags (n, columns) and cues (n, kinds), before the logistic function."""
        below = np.arange(len(cut.pieces)) >= cut.below
        given = {
            "pieces": np.array([cut.pieces], dtype=np.int64),
            "shapes": np.array([cut.shapes], dtype=np.int64),
            "fields": below.astype(np.int64)[None],
        }
        tags, cues = self.session.run(["tags", "cues"], given)
        return tags[0], cues[0]


@cache
def network() -> Network:
    """The network shipped with the package, loaded once in a process."""
    return Network(Cutter(VOCABULARY.read_text(encoding="utf-8").split("\n")), opened(WEIGHTS))


def opened(weights: Path) -> onnxruntime.InferenceSession:
    """A session of one thread: workers share the cores among themselves."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])
