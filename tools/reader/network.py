"""The network while it learns, and how it becomes the file that the product reads."""

from __future__ import annotations

from pathlib import Path

import torch
from items import KINDS
from torch import Tensor, nn
from transformers import AutoModel, AutoTokenizer

from triggers.detect.learned.pieces import MOST, SHAPES
from triggers.types import Status

EXTRA = ("acquirer", "target", "person", "role")
STATUSES = tuple(status.value for status in Status)
_HEADS = 12


class Reader(nn.Module):
    """A sentence encoder of six layers that is told how each word is written; three heads stand on its pieces."""

    def __init__(self, base: str, vocabulary: list[str]) -> None:
        super().__init__()
        self.bert = AutoModel.from_pretrained(base, add_pooling_layer=False, hidden_act="gelu_pytorch_tanh")
        known = AutoTokenizer.from_pretrained(base)
        rows = [known.convert_tokens_to_ids(piece) for piece in vocabulary]
        told = self.bert.embeddings
        told.word_embeddings = nn.Embedding.from_pretrained(
            told.word_embeddings.weight.data[rows].clone(), freeze=False
        )
        told.position_embeddings = nn.Embedding.from_pretrained(
            told.position_embeddings.weight.data[:MOST].clone(), freeze=False
        )
        width = told.word_embeddings.weight.shape[1]
        self.shape = nn.Embedding(2 * SHAPES, width)
        nn.init.normal_(self.shape.weight, std=0.02)
        self.tag, self.cue = nn.Linear(width, len(KINDS) + len(EXTRA)), nn.Linear(width, len(KINDS))
        self.status, self.drop = nn.Linear(width, len(STATUSES)), nn.Dropout(0.1)
        nn.init.constant_(self.cue.bias, -5.0)

    def forward(self, pieces: Tensor, shapes: Tensor, fields: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Tags, what each kind's cues come to, and statuses."""
        given = self.bert.embeddings.word_embeddings(pieces) + self.shape(shapes)
        seen = self.bert(inputs_embeds=given, token_type_ids=fields, attention_mask=mask).last_hidden_state
        seen = self.drop(seen)
        cues = self.cue(seen).masked_fill(mask.unsqueeze(-1) == 0, -1e4)
        return self.tag(seen), torch.logsumexp(cues, 1), self.status(seen)


class Shipped(nn.Module):
    """The same for one entry, written out in plain steps, so that its weights can be made bytes."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, pieces: Tensor, shapes: Tensor, fields: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        reader, told = self.reader, self.reader.bert.embeddings
        x = told.word_embeddings(pieces) + reader.shape(shapes) + told.token_type_embeddings(fields)
        x = told.LayerNorm(x + told.position_embeddings(torch.arange(pieces.shape[1])).unsqueeze(0))
        for layer in reader.bert.encoder.layer:
            own, (many, count, width) = layer.attention.self, x.shape
            query, key, value = (
                part(x).view(many, count, _HEADS, width // _HEADS).transpose(1, 2)
                for part in (own.query, own.key, own.value)
            )
            near = torch.softmax(query @ key.transpose(-1, -2) * (width // _HEADS) ** -0.5, -1) @ value
            mixed = near.transpose(1, 2).reshape(many, count, width)
            x = layer.attention.output.LayerNorm(layer.attention.output.dense(mixed) + x)
            wide = nn.functional.gelu(layer.intermediate.dense(x), approximate="tanh")
            x = layer.output.LayerNorm(layer.output.dense(wide) + x)
        return reader.tag(x), reader.cue(x), reader.status(x)


def ship(reader: Reader, to: Path) -> None:
    """Writes the network with its weights as bytes, one scale per column."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    whole = to.with_suffix(".whole.onnx")
    example = tuple(torch.ones(1, 20, dtype=torch.long) for _ in range(3))
    names = ["pieces", "shapes", "fields"], ["tags", "cues", "statuses"]
    free = {name: {1: "n"} for name in (*names[0], *names[1])}
    torch.onnx.export(
        Shipped(reader.eval()).eval(), example, str(whole), input_names=names[0], output_names=names[1],
        dynamic_axes=free, opset_version=17, dynamo=False,
    )  # fmt: skip
    quantize_dynamic(whole, to, weight_type=QuantType.QInt8, per_channel=True)
    whole.unlink()
