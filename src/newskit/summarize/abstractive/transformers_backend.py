"""Summarise with a model of transformers in a folder of the user's, without any network.

The folder must hold an encoder-decoder model trained for summaries (BART, PEGASUS, T5 …) in
safetensors: weights that have to be unpickled are not read, and code in the folder is not run. The
model decides how long it writes; what is over the budget is cut off.

What it gets wrong is the model's. It takes no instructions, so there is no query.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from newskit.errors import BadArticle, BadModel
from newskit.summarize.abstractive.prompt import Answer, Request

MISSING = "--backend transformers needs transformers and torch: pip install 'newskit[transformers]'"
# Tokens read by a model that does not say how many it can.
USUAL_TOKENS = 1024
# Tokens written by a model that does not say how many it may; 20 is what transformers would take.
UNSAID = (None, 20)
NEW_TOKENS = 256


class Seq2Seq:
    """Writes summaries with an encoder-decoder model.

    Args:
        path: the model's folder. Raises BadModel if transformers or the model is missing, or if
            the weights are not in safetensors.
    """

    def __init__(self, path: str) -> None:
        folder = Path(path)
        if not folder.is_dir():
            raise BadModel(f"--backend transformers: no folder {path!r}")
        if not any(folder.glob("*.safetensors")):
            raise BadModel(f"{path!r} holds no *.safetensors: pickled weights are not read")
        try:
            import torch  # type: ignore[import-not-found,unused-ignore]
            import transformers  # type: ignore[import-not-found,unused-ignore]
        except ImportError as error:
            raise BadModel(MISSING) from error
        transformers.logging.set_verbosity_error()
        transformers.logging.disable_progress_bar()
        self._torch: Any = torch
        safe = {"local_files_only": True, "trust_remote_code": False}
        try:
            self._tokenizer: Any = transformers.AutoTokenizer.from_pretrained(path, **safe)
            self._model: Any = transformers.AutoModelForSeq2SeqLM.from_pretrained(
                path, use_safetensors=True, **safe
            )
        except Exception as error:  # whatever transformers meets in a folder that is no model
            reason = f"{type(error).__name__} in transformers {transformers.__version__}"
            raise BadModel(f"{path!r} holds no model for summaries ({reason})") from error
        self._model.eval()
        config = self._model.config
        tasks = getattr(config, "task_specific_params", None) or {}
        self._prefix = (tasks.get("summarization") or {}).get("prefix") or ""
        said = (self._tokenizer.model_max_length, getattr(config, "max_position_embeddings", None))
        self._most = min((n for n in said if n and n < 10**6), default=USUAL_TOKENS)

    def __call__(self, request: Request) -> Answer:
        """Return what the model writes. Raises BadArticle if it fails."""
        try:
            return self._write(f"{self._prefix}{request.text}")
        except (RuntimeError, ValueError, IndexError) as error:
            raise BadArticle(f"the model failed: {type(error).__name__}") from error

    def _write(self, text: str) -> Answer:
        whole = self._tokenizer(text, verbose=False)["input_ids"]
        given = self._tokenizer(text, truncation=True, max_length=self._most, return_tensors="pt")
        known = self._model.generation_config
        length = {"max_new_tokens": NEW_TOKENS} if known.max_length in UNSAID else {}
        with self._torch.inference_mode():
            written = self._model.generate(
                given["input_ids"],
                attention_mask=given["attention_mask"],
                do_sample=False,
                num_return_sequences=1,
                **length,
            )[0]
        ends = known.eos_token_id
        ends = set(ends if isinstance(ends, list) else [ends])
        answer = self._tokenizer.decode(written, skip_special_tokens=True)
        if not any(map(str.isalnum, answer)):
            raise BadArticle("the model wrote nothing")
        return Answer(
            answer,
            is_unfinished=ends.isdisjoint(written[1:].tolist()),
            is_part=len(whole) > self._most,
        )
