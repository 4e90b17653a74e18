"""Tiny checkpoints of real definitions with real tokenizers, made here and fine-tuned in seconds: nothing fetched."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from modelyard.explanation.case import Model
from modelyard.inference.predictor import Predictor

SIZES = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64}
NAMES = ("bert", "distilbert", "roberta", "xlm-roberta", "t5", "gpt2")
MOST = 24  # tokens that each reads


def save(name: str, texts: list[str], directory: Path) -> Path:
    """A checkpoint folder of this kind, whose tokenizer was trained on the texts."""
    import torch

    directory.mkdir(parents=True, exist_ok=True)
    tokenizer, special = _tokenizer(name, texts)
    tokenizer.save(str(directory / "tokenizer.json"))
    torch.manual_seed(0)
    network = _network(name, tokenizer.get_vocab_size(), special)
    network.save_pretrained(directory)
    return directory


def tuned(name: str, rows: dict[str, list[Any]], directory: Path, *, steps: int = 60) -> Model:
    """A run up to its trained candidate, opened to be explained."""
    import numpy as np
    import torch

    from modelyard.core import durable, recipe_file, registry
    from modelyard.core.features import pad, take
    from modelyard.data.bundle import prepare

    checkpoint = save(name, rows["text"], directory / "checkpoint")
    with (directory / "data.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(rows)
        writer.writerows(zip(*rows.values(), strict=True))
    options = {"from": str(checkpoint), "max_length": MOST}
    data = {"train": str(directory / "data.csv"), "target": "label", "inputs": ["text"]}
    recipe = recipe_file.from_mapping({"task": "text-classification", "data": data, "model": options})
    bundle = prepare(recipe, directory / "bundle")
    module = registry.load("models", "encoder", field="model")
    config, training = module.Config.model_validate(options), bundle.rows("train")
    task = registry.load("tasks", "text-classification", field="task").Task.fit(
        training, bundle.schema, family="encoder", config=config, seed=0
    )
    network = module.build(config, task.features, task.outputs).train()
    features, targets = task.encode(training), torch.from_numpy(np.asarray(task.encode_targets(training)))
    optimizer, dice = torch.optim.AdamW(network.parameters(), lr=3e-3), np.random.default_rng(0)
    for _ in range(steps):
        drawn = dice.choice(len(targets), 32)
        ids, mask = (torch.from_numpy(array) for array in pad(take(features, drawn), task.features.pad_id))
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(network(ids, mask), targets[drawn]).backward()
        optimizer.step()
    manifest = {"kind": "model", "format": 1, "task": "text-classification", "family": "encoder"}
    with durable.new_directory(directory / "models" / "encoder", manifest=manifest) as made:
        task.save(made)
        durable.write_json(made / "schema.json", bundle.schema.to_json())
        module.save(network.eval(), config, made)
    model = Model(predictor=Predictor.load(directory / "models" / "encoder", verify=False), run=directory)
    model.use({"text": training["text"][:16]})
    return model


def _tokenizer(name: str, texts: list[str]) -> tuple[Any, dict[str, int]]:
    from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

    trainer: Any
    if name in ("bert", "distilbert"):
        special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
        tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
        tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True, handle_chinese_chars=True)
        tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
        tokenizer.decoder = decoders.WordPiece()
        trainer = trainers.WordPieceTrainer(vocab_size=150, special_tokens=special, show_progress=False)
        single = "[CLS] $A [SEP]"
    elif name in ("roberta", "gpt2"):
        special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
        tokenizer = Tokenizer(models.BPE())
        tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
        tokenizer.decoder = decoders.ByteLevel()
        alphabet = pre_tokenizers.ByteLevel.alphabet()
        trainer = trainers.BpeTrainer(
            vocab_size=350, special_tokens=special, initial_alphabet=alphabet, show_progress=False
        )
        single = "<s> $A </s>" if name == "roberta" else "$A"
    else:  # what sentencepiece's unigram models become
        special = ["<s>", "<pad>", "</s>", "<unk>"] if name == "xlm-roberta" else ["<pad>", "</s>", "<unk>"]
        tokenizer = Tokenizer(models.Unigram())
        tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(" {2,}", " ")])
        tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(replacement="▁", prepend_scheme="always")
        tokenizer.decoder = decoders.Metaspace()
        trainer = trainers.UnigramTrainer(
            vocab_size=150, special_tokens=special, unk_token="<unk>", show_progress=False
        )
        single = "<s> $A </s>" if name == "xlm-roberta" else "$A </s>"
    tokenizer.train_from_iterator(texts, trainer)
    known = {one: tokenizer.token_to_id(one) for one in special}
    used = [(one, known[one]) for one in special if one in single.split()]
    if name == "roberta":  # as RoBERTa's own: blanks do not count to the word after them
        begin, end = ("<s>", known["<s>"]), ("</s>", known["</s>"])
        tokenizer.post_processor = processors.RobertaProcessing(end, begin, add_prefix_space=False)
    else:
        tokenizer.post_processor = processors.TemplateProcessing(single=single, special_tokens=used)
    return tokenizer, known


def _network(name: str, vocabulary: int, special: dict[str, int]) -> Any:
    import transformers as library

    pad = special.get("[PAD]", special.get("<pad>", 0))
    if name == "t5":
        sizes = {"d_model": 32, "d_kv": 16, "d_ff": 64, "num_layers": 2, "num_heads": 2}
        ends = {"pad_token_id": pad, "eos_token_id": special["</s>"], "decoder_start_token_id": pad}
        return library.T5ForConditionalGeneration(library.T5Config(vocab_size=vocabulary, **sizes, **ends))
    if name == "gpt2":
        small = {"n_embd": 32, "n_layer": 2, "n_head": 2, "n_positions": 40, "pad_token_id": pad}
        ends = {"bos_token_id": special["<s>"], "eos_token_id": special["</s>"]}
        return library.GPT2LMHeadModel(library.GPT2Config(vocab_size=vocabulary, **small, **ends))
    if name == "distilbert":
        small = {"dim": 32, "n_layers": 2, "n_heads": 2, "hidden_dim": 64, "max_position_embeddings": 40}
        return library.DistilBertModel(library.DistilBertConfig(vocab_size=vocabulary, pad_token_id=pad, **small))
    kind = {"bert": "Bert", "roberta": "Roberta", "xlm-roberta": "XLMRoberta"}[name]
    more = {"max_position_embeddings": 44, "pad_token_id": pad}
    if name != "bert":
        more |= {"bos_token_id": special["<s>"], "eos_token_id": special["</s>"]}
    config = getattr(library, f"{kind}Config")(vocab_size=vocabulary, **SIZES, **more)
    return getattr(library, f"{kind}ForMaskedLM")(config)
