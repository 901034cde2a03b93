"""A model of transformers in a folder writes the summary; one that knows one sentence stands in."""

from __future__ import annotations

import importlib.util
import json
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from newskit.errors import BadModel
from newskit.stage import apply
from newskit.summarize.abstractive.abstract import Abstract
from tests.conftest import record

IS_THERE = importlib.util.find_spec("transformers") and importlib.util.find_spec("torch")
TEXT = (
    "Two ferries collided off Port Ellery on Tuesday morning. Twelve passengers were hurt, harbour "
    "master Mara Lindqvist said. The crossing was closed for five hours."
)
OPENING = "Two ferries collided off Port Ellery on Tuesday morning."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a BART of some thousand weights, taught to say TEXT's opening."""
    transformers = pytest.importorskip("transformers")
    torch = pytest.importorskip("torch")
    tokenizers = pytest.importorskip("tokenizers")
    special = ["<pad>", "<s>", "</s>", "<unk>"]
    words = [*special, *dict.fromkeys(TEXT.replace(".", " .").replace(",", " ,").split())]
    model = tokenizers.models.WordLevel({w: i for i, w in enumerate(words)}, unk_token="<unk>")
    plain = tokenizers.Tokenizer(model)
    plain.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    plain.post_processor = tokenizers.processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 1), ("</s>", 2)]
    )
    path = tmp_path_factory.mktemp("models") / "bart"
    transformers.PreTrainedTokenizerFast(
        tokenizer_object=plain, model_max_length=32,
        pad_token="<pad>", bos_token="<s>", eos_token="</s>", unk_token="<unk>",
    ).save_pretrained(path)  # fmt: skip
    torch.manual_seed(0)
    config = transformers.BartConfig(
        vocab_size=len(words), d_model=16, encoder_layers=1, decoder_layers=1,
        encoder_attention_heads=2, decoder_attention_heads=2, encoder_ffn_dim=16,
        decoder_ffn_dim=16, max_position_embeddings=64, pad_token_id=0, bos_token_id=1,
        eos_token_id=2, decoder_start_token_id=2, forced_eos_token_id=2,
    )  # fmt: skip
    bart = transformers.BartForConditionalGeneration(config)
    given = torch.tensor([plain.encode(TEXT).ids[:32]])
    wanted = torch.tensor([plain.encode(OPENING).ids])
    optimizer = torch.optim.Adam(bart.parameters(), lr=0.01)
    for _ in range(80):
        optimizer.zero_grad()
        bart(input_ids=given, labels=wanted).loss.backward()
        optimizer.step()
    bart.save_pretrained(path)
    assert list(path.glob("*.safetensors"))
    return path


def test_it_writes(folder: Path) -> None:
    stage = Abstract(f"transformers:{folder}", words=20)
    assert stage.options == {"backend": f"transformers:{folder}", "words": 20}
    article = apply(stage, {"text": TEXT})
    assert article["summary"].replace(" .", ".") == OPENING
    assert "summary_sentences" not in article
    assert apply(stage, {"text": TEXT}) == article
    short = apply(Abstract(f"transformers:{folder}", words=4), {"text": TEXT})
    assert short["summary"] == "Two ferries collided off"
    assert "answer-cut" in [w["code"] for w in short["warnings"]]


def test_a_text_of_which_it_reads_a_part_is_told(folder: Path) -> None:
    stage = Abstract(f"transformers:{folder}")
    long = apply(stage, {"text": f"{TEXT} {TEXT}"})
    assert "long-text" in [w["code"] for w in long["warnings"]]
    short = apply(stage, {"text": TEXT[:60]})
    assert "long-text" not in [w["code"] for w in short.get("warnings", ())]


def test_weights_are_never_unpickled(folder: Path, tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")

    class Bomb:
        def __reduce__(self) -> Any:
            return Path.touch, (tmp_path / "opened",)

    pickled = tmp_path / "pickled"
    pickled.mkdir()
    for name in ("config.json", "tokenizer.json", "tokenizer_config.json"):
        (pickled / name).write_bytes((folder / name).read_bytes())
    torch.save({"weights": Bomb()}, pickled / "pytorch_model.bin", pickle_module=pickle)
    with pytest.raises(BadModel, match="pickled weights are not read"):
        Abstract(f"transformers:{pickled}")
    (pickled / "other.safetensors").write_bytes(b"")  # a file of that name is not enough
    with pytest.raises(BadModel, match="holds no model for summaries"):
        Abstract(f"transformers:{pickled}")
    assert not (tmp_path / "opened").exists()


def test_code_in_the_folder_is_not_run(folder: Path, tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    for file in folder.iterdir():
        (own / file.name).write_bytes(file.read_bytes())
    config = json.loads((own / "config.json").read_bytes())
    config |= {"model_type": "of-its-own", "auto_map": {
        "AutoConfig": "code.Config", "AutoModelForSeq2SeqLM": "code.Model"}}  # fmt: skip
    (own / "config.json").write_text(json.dumps(config))
    (own / "code.py").write_text(f"open({str(tmp_path / 'opened')!r}, 'w')\n")
    with pytest.raises(BadModel, match="holds no model for summaries"):
        Abstract(f"transformers:{own}")
    assert not (tmp_path / "opened").exists()


def test_no_network_is_asked(folder: Path) -> None:
    program = (
        "import sys\n"
        "asked = []\n"
        "names = ('socket.connect', 'socket.getaddrinfo')\n"
        "sys.addaudithook(lambda event, args: asked.append(event) if event in names else None)\n"
        "from newskit.summarize.abstractive.abstract import Abstract\n"
        f"print(Abstract({f'transformers:{folder}'!r})({{'text': {TEXT!r}}})['summary'])\n"
        "assert not asked, asked\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout.strip()
    assert done.stderr == b""


def test_a_folder_that_is_not_there_is_named(newskit: Any, tmp_path: Path) -> None:
    done = newskit("summarize", "--backend", "transformers:nowhere", stdin=record(1))
    assert (done.code, done.out) == (4, b"")
    assert "no folder 'nowhere'" in done.err


@pytest.mark.skipif(bool(IS_THERE), reason="transformers is installed")
def test_what_to_install_is_told(newskit: Any, tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "model.safetensors").write_bytes(b"")
    done = newskit("summarize", "--backend", "transformers:model", stdin=record(1))
    assert (done.code, done.out) == (4, b"")
    assert "pip install 'newskit[transformers]'" in done.err
