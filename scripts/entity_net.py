"""The tagger's network while it is trained: the same sums as newskit.entities.tagger.network.

Needs torch; runs in one thread, seeded, so that the same data give the same weights on the same
machine.
"""

from __future__ import annotations

import random
from collections import Counter
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from entity_data import Document, cut, variant
from newskit.entities.tagger.context import COLUMNS, Kinds, look
from newskit.entities.tagger.decode import TAGS
from newskit.entities.tagger.features import CLOSERS, ENDS, LONG, Token, describe
from newskit.entities.tagger.lexicon import Lexicon
from newskit.entities.tagger.network import MOST_ATTENTION
from newskit.model.arrays import of_lines

VECTOR = 32  # numbers that a feature is; 48 is no better
WIDTH = 128  # numbers that a token is inside; 96 costs 0.003 to 0.008 of F1 on each set
AROUND, AGAIN = 2, 1  # layers before and after a word's other mentions are looked at
SPREAD = 0.1  # of the vectors to begin with
GAP = 2  # rows of nothing between documents
FEWEST = 20  # tokens that must have a feature before it gets a vector
BATCH = 3_000  # tokens
RATE, DECAY, WARM = 4e-3, 0.05, 0.15
# Shares left out in training. A word itself is left out often, so that its neighbours, its ends and
# its lists are learned: with 0.3 and 0.15 F1 on the world's news is 0.01 lower.
WORDS_DROPPED, FEATURES_DROPPED, VECTORS_DROPPED, DROPPED = 0.5, 0.35, 0.1, 0.35
AVERAGED = 0.998
VARIANTS, VARIED = 2, 0.2  # other cases of each document, and the share of times one is shown
PASSES = 8


class Prepared(NamedTuple):
    """A document in numbers."""

    ids: np.ndarray
    facts: np.ndarray  # of zeros and ones
    group: np.ndarray
    groups: int
    tags: np.ndarray  # of numbers of tags, or their probabilities


class Vocabulary:
    """The distinct tokens of all documents, described."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.ids: dict[str, int] = {}
        self.tokens: list[Token] = []
        self._words: dict[str, int] = {}
        self._facts: list[tuple[int, ...]] = []

    def add(self, token: str) -> int:
        """Return the number of a token."""
        known = self.ids.get(token)
        if known is not None:
            return known
        self.ids[token] = len(self.tokens)
        made = describe(token, self.lexicon)
        word = self._words.setdefault(made.folded, len(self._words))
        closes, long = token in CLOSERS, len(token) > LONG
        self.tokens.append(made)
        self._facts.append((word, made.case, token in ENDS, closes, long, made.starts))
        return len(self.tokens) - 1

    def prepare(self, tokens: list[str], tags: Any, title: int) -> Prepared:
        """Return a document in numbers."""
        ids = np.array([self.add(token) for token in tokens], np.int64)
        rows = np.array([self._facts[i] for i in ids.tolist()], np.int64).T
        word, case, ends, closes, long, starts = rows
        kinds = Kinds(word, case, ends > 0, closes > 0, long > 0, starts)
        folded = [self.tokens[i].folded for i in ids.tolist()]
        seen = look(kinds, folded, self.lexicon.names, title)
        return Prepared(ids, seen.facts.astype(np.uint8), seen.group, seen.groups, np.asarray(tags))


class Net(nn.Module):
    """What newskit.entities.tagger.network computes."""

    def __init__(self, features: list[str], lexicon: Lexicon) -> None:
        super().__init__()
        self.features = features
        self.lexicon = lexicon
        self.vectors = nn.Parameter(torch.randn(len(features), VECTOR) * SPREAD)
        self.own = nn.Linear(VECTOR + lexicon.dimensions, WIDTH)
        self.facts = nn.Linear(COLUMNS, WIDTH, bias=False)
        self.around = nn.ModuleList(nn.Linear(3 * WIDTH, WIDTH) for _ in range(AROUND))
        self.telling = nn.Linear(WIDTH, 1)
        self.elsewhere = nn.Linear(2 * WIDTH, WIDTH)
        self.again = nn.ModuleList(nn.Linear(3 * WIDTH, WIDTH) for _ in range(AGAIN))
        self.tags = nn.Linear(WIDTH, TAGS)
        self.drop = nn.Dropout(DROPPED)
        shares = [WORDS_DROPPED if f[:2] in ("w=",) else FEATURES_DROPPED for f in features]
        self.dropped = torch.tensor(shares)
        self.index = {feature: place for place, feature in enumerate(features)}
        self.rows: dict[int, list[int]] = {}

    def known(self, token: int, vocabulary: Vocabulary) -> list[int]:
        """Return the numbers of a token's features that have a vector."""
        rows = self.rows.get(token)
        if rows is None:
            features = vocabulary.tokens[token].features
            rows = [self.index[f] for f in features if f in self.index]
            self.rows[token] = rows
        return rows

    def forward(self, documents: list[Prepared], vocabulary: Vocabulary):
        """Return the scores of the tags of all tokens, gaps left out."""
        ids, facts, group, mask, groups = _joined(documents)
        distinct, at = np.unique(ids, return_inverse=True)
        rows = [[] if i < 0 else self.known(i, vocabulary) for i in distinct.tolist()]
        ends = np.cumsum([len(row) for row in rows])
        flat = torch.tensor([row for known in rows for row in known])
        offsets = torch.tensor(np.concatenate(([0], ends[:-1])))
        kept = None
        if self.training:
            kept = (torch.rand(len(flat)) > self.dropped[flat]).float()
        sums = functional.embedding_bag(
            flat, self.vectors, offsets, mode="sum", per_sample_weights=kept
        )
        places = [-1 if i < 0 else vocabulary.tokens[i].row for i in distinct.tolist()]
        words = torch.from_numpy(self.lexicon.vectors(np.array(places)))
        if self.training:
            words = words * (torch.rand(len(words), 1) > VECTORS_DROPPED)
        own = self.own(torch.cat([sums, words], 1))[torch.from_numpy(at)]
        seen = functional.relu(own + self.facts(facts)) * mask
        for layer in self.around:
            seen = self._look_around(seen, layer, mask)
        weight = self.telling(seen).clamp(-MOST_ATTENTION, MOST_ATTENTION).exp() * mask
        total = torch.zeros(groups, WIDTH).index_add(0, group, seen * weight)
        weights = torch.zeros(groups, 1).index_add(0, group, weight)
        mean = (total / (weights + 1e-6))[group]
        both = self.drop(torch.cat([seen, mean], 1))
        seen = (seen + functional.relu(self.elsewhere(both))) * mask
        for layer in self.again:
            seen = self._look_around(seen, layer, mask)
        return self.tags(self.drop(seen))[mask[:, 0] > 0]

    def _look_around(self, seen, layer, mask):
        own = self.drop(seen)
        nothing = own.new_zeros(1, WIDTH)
        beside = [torch.cat([nothing, own[:-1]]), own, torch.cat([own[1:], nothing])]
        return (seen + functional.relu(layer(torch.cat(beside, 1)))) * mask


def _joined(documents: list[Prepared]):
    """Return the documents as one, with gaps between."""
    ids, facts, group, mask, groups = [], [], [], [], 0
    for document in documents:
        length = len(document.ids)
        ids += [document.ids, np.full(GAP, -1)]
        facts += [document.facts, np.zeros((GAP, COLUMNS), np.uint8)]
        group += [document.group + groups, np.full(GAP, groups + document.groups)]
        groups += document.groups + 1
        mask += [np.ones((length, 1)), np.zeros((GAP, 1))]
    return (
        np.concatenate(ids),
        torch.from_numpy(np.concatenate(facts)).float(),
        torch.from_numpy(np.concatenate(group)),
        torch.from_numpy(np.concatenate(mask)).float(),
        groups,
    )


def features_of(vocabulary: Vocabulary, documents: list[Prepared]) -> list[str]:
    """Return the features that enough tokens have."""
    tokens = np.bincount(np.concatenate([d.ids for d in documents]))
    counts: Counter[str] = Counter()
    for token in np.flatnonzero(tokens).tolist():
        for feature in vocabulary.tokens[token].features:
            counts[feature] += int(tokens[token])
    return sorted(feature for feature, count in counts.items() if count >= FEWEST)


def prepared(documents: list[Document], vocabulary: Vocabulary, seed: int) -> list[list[Prepared]]:
    """Return each document as it is, and in other cases."""
    made = []
    for place, document in enumerate(documents):
        tokens, tags, title = cut(document)
        if not tokens:
            continue
        forms = [tokens]
        for number in range(VARIANTS):
            forms.append(variant(tokens, random.Random(f"{seed} {place} {number}")))
        made.append([vocabulary.prepare(form, tags, title) for form in forms])
    return made


def fit(
    documents: list[list[Prepared]], vocabulary: Vocabulary, seed: int, passes: int = PASSES
) -> Net:
    """Train a network on documents, each in several forms of case."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    rng = random.Random(seed)
    net = Net(features_of(vocabulary, [form for d in documents for form in d]), vocabulary.lexicon)
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY, betas=(0.9, 0.99))
    total = sum(len(forms[0].ids) for forms in documents)
    steps = passes * (total // BATCH + 1)
    rate = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, steps, pct_start=WARM)
    averaged = AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(AVERAGED))
    for step, batch in enumerate(_batches(documents, passes, rng)):
        if step == steps:
            break
        scores = net(batch, vocabulary)
        loss = functional.cross_entropy(
            scores, torch.from_numpy(np.concatenate([d.tags for d in batch]))
        )
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        optimiser.step()
        rate.step()
        averaged.update_parameters(net)
    kept: Net = averaged.module.eval()
    return kept


def _batches(documents: list[list[Prepared]], passes: int, rng: random.Random):
    batch: list[Prepared] = []
    size = 0
    for _ in range(passes):
        order = list(range(len(documents)))
        rng.shuffle(order)
        for place in order:
            forms = documents[place]
            varied = len(forms) > 1 and rng.random() < VARIED
            batch.append(rng.choice(forms[1:]) if varied else forms[0])
            size += len(batch[-1].ids)
            if size >= BATCH:
                yield batch
                batch, size = [], 0
    if batch:
        yield batch


def export(net: Net) -> dict[str, np.ndarray]:
    """Return the network as newskit.entities.tagger.network reads it."""
    vectors = net.vectors.detach().numpy()
    scales = np.maximum(np.abs(vectors).max(0), 1e-6) / 127
    arrays = {
        "features": of_lines(net.features),
        "vectors": np.rint(vectors / scales).astype(np.int8),
        "scales": scales.astype(np.float32),
    }
    layers = {"own": net.own, "facts": net.facts, "telling": net.telling, "tags": net.tags}
    layers |= {"elsewhere": net.elsewhere}
    layers |= {f"around{i}": layer for i, layer in enumerate(net.around)}
    layers |= {f"again{i}": layer for i, layer in enumerate(net.again)}
    for name, layer in layers.items():
        arrays[name] = layer.weight.detach().numpy().T.astype(np.float16)
        if layer.bias is not None:
            arrays[f"{name}_bias"] = layer.bias.detach().numpy().astype(np.float16)
    return arrays
