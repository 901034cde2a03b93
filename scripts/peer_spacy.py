"""Time a spaCy pipeline of en_core_web_sm's shape on texts: CPU seconds, one line of JSON.

Run by scripts/bench in .peers. Usage: peer_spacy.py FILE (JSON Lines with `text` and
`gold_entities`). The weights are the initial ones: what they say costs as much as what trained
weights say. The shape is that of en_core_web_sm 3.8: a tok2vec of four layers, 96 wide, and a
transition-based parser of 64 units for the entities.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import spacy
from spacy.training import Example

ROWS = {"NORM": 5000, "PREFIX": 1000, "SUFFIX": 2500, "SHAPE": 2500}
NER = {
    "model": {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": {
            "@architectures": "spacy.Tok2Vec.v2",
            "embed": {
                "@architectures": "spacy.MultiHashEmbed.v2",
                "width": 96,
                "attrs": list(ROWS),
                "rows": list(ROWS.values()),
                "include_static_vectors": False,
            },
            "encode": {
                "@architectures": "spacy.MaxoutWindowEncoder.v2",
                "width": 96,
                "depth": 4,
                "window_size": 1,
                "maxout_pieces": 3,
            },
        },
    }
}


def main() -> None:
    lines = Path(sys.argv[1]).read_text("utf-8").splitlines()
    articles = [json.loads(line) for line in lines]
    nlp = spacy.blank("en")
    nlp.add_pipe("ner", config=NER)
    examples = [
        Example.from_dict(
            nlp.make_doc(article["text"]),
            {"entities": [tuple(span) for span in article["gold_entities"]]},
        )
        for article in articles[:100]
    ]
    nlp.initialize(lambda: examples)
    for article in articles[:20]:
        nlp(article["text"])
    start = time.process_time()
    tokens = sum(len(nlp(article["text"])) for article in articles)
    print(json.dumps({"seconds": time.process_time() - start, "tokens": tokens}))


if __name__ == "__main__":
    main()
