"""A decoder as GGUF, which llama.cpp and what is built on it open; written by the project's own package `gguf`.

That package (PyPI, maintained with llama.cpp) has the format, the names of tensors and 8-bit blocks; llama.cpp's
converter itself is a script of its repository, which no registry has. What is stated here as the converter does it: the
fields, and that Llama's queries and keys are stored with a head's two halves interleaved.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from modelyard.core.errors import ArtifactError
from modelyard.core.registry import needing
from modelyard.data.features.bpe import pre_tokenizer_json
from modelyard.models import _decoder_weights as weights_of
from modelyard.models._decoder_shape import DecoderShape, read_shape

KINDS = ("fp32", "int8-weights")
_CONTROL, _NORMAL = 3, 1  # llama.cpp's kinds of tokens


def write_gguf(directory: Path, target: Path, *, precision: str = "fp32", name: str = "model") -> None:
    """Write the checkpoint in `directory` (Llama or Qwen3) to `target`, with its tokenizer where it has one.

    `precision` int8-weights stores matrices as Q8_0: blocks of 32 with a scale in float16.
    Raises: ArtifactError for another definition or tokenizer than llama.cpp computes, MissingExtra without gguf.
    """
    with needing("exporting to GGUF"):
        import gguf
    shape = read_shape(directory)
    config = json.loads((directory / "config.json").read_text(encoding="utf-8"))
    writer = gguf.GGUFWriter(target, config["model_type"])
    writer.add_name(name)
    _add_shape(writer, shape, config)
    if (directory / "tokenizer.json").is_file():
        _add_tokenizer(writer, directory, shape.vocabulary)
    else:
        writer.add_tokenizer_model("no_vocab")
    whole = precision == "fp32"
    writer.add_file_type(gguf.LlamaFileType.ALL_F32 if whole else gguf.LlamaFileType.MOSTLY_Q8_0)
    names = gguf.get_tensor_name_map(gguf.MODEL_ARCH[config["model_type"].upper()], shape.layers)
    stored = weights_of.stored(directory / weights_of.WHOLE)
    for own, at in stored.items():
        values = _ordered(own, weights_of.read(directory, at), shape, str(config["model_type"]))
        found = names.get_name(own, try_suffixes=(".weight",))
        assert found is not None, own
        if whole or values.ndim < 2 or values.shape[-1] % 32:
            writer.add_tensor(found, values)
        else:
            kind = gguf.GGMLQuantizationType.Q8_0
            writer.add_tensor(found, gguf.quants.quantize(values, kind), raw_dtype=kind)
    _add_turns(writer, shape, config)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _add_shape(writer: Any, shape: DecoderShape, config: dict[str, Any]) -> None:
    rope = config.get("rope_parameters") or {}
    writer.add_vocab_size(shape.vocabulary)
    writer.add_context_length(shape.positions)
    writer.add_embedding_length(shape.width)
    writer.add_block_count(shape.layers)
    writer.add_feed_forward_length(shape.inner)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(shape.kv_heads)
    writer.add_key_length(shape.head)
    writer.add_value_length(shape.head)
    writer.add_rope_dimension_count(shape.head)
    writer.add_rope_freq_base(float(rope.get("rope_theta", config.get("rope_theta", 10_000.0))))
    writer.add_layer_norm_rms_eps(shape.epsilon)


def _add_turns(writer: Any, shape: DecoderShape, config: dict[str, Any]) -> None:
    """Where positions are scaled: what llama.cpp divides each pair's turn by."""
    rope = config.get("rope_parameters") or config.get("rope_scaling") or {}
    theta = float(rope.get("rope_theta", config.get("rope_theta", 10_000.0)))
    plain = theta ** (-np.arange(0, shape.head, 2) / shape.head)
    factors = (plain / shape.turns).astype(np.float32)
    if not np.allclose(factors, 1.0, rtol=1e-5):
        writer.add_tensor("rope_freqs.weight", factors)


def _ordered(name: str, values: NDArray[np.float32], shape: DecoderShape, kind: str) -> NDArray[np.float32]:
    """Llama's queries and keys as llama.cpp turns them: the pair of a turn side by side."""
    heads = {"q_proj": shape.heads, "k_proj": shape.kv_heads}.get(name.split(".")[-2])
    if kind != "llama" or heads is None:
        return np.ascontiguousarray(values)
    return np.ascontiguousarray(
        values.reshape(heads, 2, shape.head // 2, -1).swapaxes(1, 2).reshape(values.shape), dtype=np.float32
    )


def _add_tokenizer(writer: Any, directory: Path, vocabulary: int) -> None:
    """Byte-level BPE with the words of this project's own tokenizers, which are those of Qwen2's."""
    content = json.loads((directory / "tokenizer.json").read_text(encoding="utf-8"))
    model = content["model"]
    own = model.get("type") == "BPE" and content.get("pre_tokenizer") == pre_tokenizer_json()
    if not own or content.get("normalizer") is not None:
        raise ArtifactError(
            "this tokenizer cuts words otherwise than the ones made here, which is not told to llama.cpp",
            where=str(directory / "tokenizer.json"),
            got=(content.get("pre_tokenizer") or {}).get("type"),
            remedy="Convert artifact/ with llama.cpp's own convert_hf_to_gguf.py.",
        )
    tokens = [f"[unused {i}]" for i in range(vocabulary)]
    kinds = [_CONTROL] * vocabulary
    for token, i in model["vocab"].items():
        tokens[i], kinds[i] = token, _NORMAL
    for added in content["added_tokens"]:
        tokens[added["id"]], kinds[added["id"]] = added["content"], _CONTROL
    settings = json.loads((directory / "tokenizer_config.json").read_text(encoding="utf-8"))
    ids = {token: i for i, token in enumerate(tokens)}
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("qwen2")
    writer.add_token_list(tokens)
    writer.add_token_types(kinds)
    writer.add_token_merges([merge if isinstance(merge, str) else " ".join(merge) for merge in model["merges"]])
    writer.add_bos_token_id(ids[settings["bos_token"]])
    writer.add_eos_token_id(ids[settings["eos_token"]])
    writer.add_pad_token_id(ids[settings["pad_token"]])
    writer.add_add_bos_token(True)  # a text is the beginning of a document
    if settings.get("chat_template"):
        writer.add_chat_template(settings["chat_template"])
