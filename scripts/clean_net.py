"""The network of train_clean.py while it is trained: the same sums as newskit.model.network.

Vectors of words and names are learned with it. Needs torch; runs in one thread, seeded, so that the
same data give the same weights on the same machine.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
import torch
from torch import nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from newskit.clean.learned.features import ROLES
from newskit.model.network import pack

VECTOR = 20  # numbers that a word or a name is; with 12 one role in 300 less is right
SPREAD = 0.05  # of the numbers to begin with
WIDTH = 64  # numbers that a block is inside; 48 costs 0.001 of F1, 128 gains nothing
STEPS = (1, 3)  # blocks to each side that the layers look at; (1, 2, 4) is no better
GAP = max(STEPS)  # rows of nothing between the articles of a batch
BATCH = 8  # articles
RATE, DECAY = 3e-3, 0.02
DROPPED, INPUT_DROPPED = 0.2, 0.05
ROLE_SHARE = 0.1  # of the loss on roles
# Passes over the articles; 12 or 16 to keep gave no better F1, and 20 for roles fewer right ones.
KEEP_PASSES, ROLE_PASSES = 8, 8
# The weights that are kept are a running mean over about 500 steps. F1 was no lower on any set, but
# the gain (0.0002 to 0.0008) is less than two seeds differ by.
AVERAGED = 0.998


class Article(NamedTuple):
    """The rows of one article, as torch wants them."""

    dense: Any  # (blocks, numbers and cases)
    terms: tuple[Any, Any]  # numbers of words and pairs, and how many each block has
    roots: Any  # (blocks, 1): what the sums of words are divided by
    heads: Any  # (blocks,): the last heading before each, -1 for none
    along: tuple[Any, Any] | None  # numbers of names along each path, and how many
    last: tuple[Any, Any] | None  # of the last step
    target: Any
    weight: Any
    role: Any  # -1 if not known
    role_weight: Any


class Net(nn.Module):
    """What newskit.model.network computes, with the vectors that go in.

    `terms` and `names` are how many there are; without them the network reads numbers alone.
    """

    def __init__(self, dense: int, terms: int = 0, names: int = 0) -> None:
        super().__init__()
        self.terms = nn.Parameter(torch.randn(terms, VECTOR) * SPREAD) if terms else None
        self.names = nn.Parameter(torch.randn(names, VECTOR) * SPREAD) if names else None
        inputs = dense + 2 * VECTOR * ((terms > 0) + (names > 0))
        self.first = nn.Linear(inputs, WIDTH)
        self.around = nn.ModuleList(nn.Linear(3 * WIDTH, WIDTH) for _ in STEPS)
        self.keep, self.role = nn.Linear(WIDTH, 1), nn.Linear(WIDTH, len(ROLES))
        self.drop, self.input_drop = nn.Dropout(DROPPED), nn.Dropout(INPUT_DROPPED)

    def rows(self, articles: list[Article]):
        """Return the input rows of some articles with gaps between, and which rows are blocks."""
        parts = [torch.cat([a.dense for a in articles])]
        if self.terms is not None:
            bag = _sums([a.terms for a in articles], self.terms)
            bag = bag / torch.cat([a.roots for a in articles])
            headed, at = [], 0
            for a in articles:
                own = bag[at : at + len(a.dense)]
                headed.append(torch.where((a.heads >= 0)[:, None], own[a.heads.clamp(min=0)], 0.0))
                at += len(a.dense)
            parts += [bag, torch.cat(headed)]
        if self.names is not None:
            parts += [
                _sums([getattr(a, field) for a in articles], self.names)
                for field in ("along", "last")
            ]
        rows = torch.cat(parts, 1)
        made, mask, at = [], [], 0
        for a in articles:
            made += [rows[at : at + len(a.dense)], rows.new_zeros(GAP, rows.shape[1])]
            mask += [torch.ones(len(a.dense)), torch.zeros(GAP)]
            at += len(a.dense)
        return torch.cat(made), torch.cat(mask)

    def forward(self, articles: list[Article]):
        """Return logits to keep and logits of roles of all blocks, gaps left out."""
        rows, mask = self.rows(articles)
        seen = functional.relu(self.first(self.input_drop(rows))) * mask[:, None]
        for layer, step in zip(self.around, STEPS, strict=True):
            own = self.drop(seen)
            zeros = own.new_zeros(step, WIDTH)
            both = [torch.cat([zeros, own[:-step]]), own, torch.cat([own[step:], zeros])]
            seen = (seen + functional.relu(layer(torch.cat(both, 1)))) * mask[:, None]
        seen = self.drop(seen)[mask > 0]
        return self.keep(seen)[:, 0], self.role(seen)


def _sums(bags: list[tuple[Any, Any]], vectors):
    """Return for each block the sum of its vectors."""
    ids, counts = (torch.cat([bag[i] for bag in bags]) for i in (0, 1))
    ends = torch.cumsum(counts, 0)
    return functional.embedding_bag(ids, vectors, ends - counts, mode="sum")


def fit(net: Net, passes: list[list[Article]], keep_share: float, seed: int) -> Net:
    """Train a network on some articles in turn; `keep_share` is the loss on keeping's share."""
    rng = np.random.default_rng(seed)
    optimiser = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    averaged = AveragedModel(net, multi_avg_fn=get_ema_multi_avg_fn(AVERAGED))
    batches = sum((len(articles) + BATCH - 1) // BATCH for articles in passes)
    rate = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=batches)
    for articles in passes:
        order = rng.permutation(len(articles))
        for start in range(0, len(order), BATCH):
            chosen = [articles[i] for i in order[start : start + BATCH]]
            kept, told = _losses(net, chosen)
            optimiser.zero_grad()
            (keep_share * kept + ROLE_SHARE * told).backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            averaged.update_parameters(net)
            rate.step()
    kept: Net = averaged.module.eval()
    return kept


def fit_keep(articles: list[Article], seed: int) -> Net:
    """Train a network that says what to keep, from numbers alone.

    With vectors of words and names it learns the training sites by heart: F1 falls by 0.008.
    """
    begin(seed)
    return fit(Net(articles[0].dense.shape[1]), [articles] * KEEP_PASSES, 1.0, seed)


def fit_roles(articles: list[Article], terms: int, names: int, seed: int) -> Net:
    """Train a network that says the roles: first on all articles, then on those with roles."""
    begin(seed)
    net = Net(articles[0].dense.shape[1], terms, names)
    known = [article for article in articles if (article.role >= 0).any()]
    return fit(net, [articles] * 2 + [known] * ROLE_PASSES, 0.3, seed)


def begin(seed: int) -> None:
    """Make what follows depend on the seed alone."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)


def _losses(net: Net, articles: list[Article]):
    """Return the losses on keeping and on roles."""
    keep, role = net(articles)
    joined = {f: torch.cat([getattr(a, f) for a in articles]) for f in
              ("target", "weight", "role", "role_weight")}  # fmt: skip
    kept = functional.binary_cross_entropy_with_logits(keep, joined["target"], reduction="none")
    told = functional.cross_entropy(role, joined["role"].clamp(min=0), reduction="none")
    told = told * joined["role_weight"] * (joined["role"] >= 0)
    return (kept * joined["weight"]).sum() / len(articles), told.sum() / len(articles)


def export(net: Net, head: str) -> dict[str, Any]:
    """Return a network with one head in the form that newskit.model.network reads."""

    def layer(linear) -> dict[str, Any]:
        bias = [float(f"{v:.5g}") for v in linear.bias.detach().tolist()]
        return pack(linear.weight.detach().double().numpy().T) | {"bias": bias}

    return {
        "first": layer(net.first), "around": [layer(each) for each in net.around],
        "steps": list(STEPS), "head": layer(getattr(net, head)),
    }  # fmt: skip


def export_vectors(net: Net) -> dict[str, Any]:
    """Return the vectors of words and pairs, and of names."""
    named = {"terms": net.terms, "names": net.names}
    return {
        name: pack(vectors.detach().double().numpy())
        for name, vectors in named.items()
        if vectors is not None
    }
