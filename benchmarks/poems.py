"""Whether a decoder's poems keep the form of a poem better than a counted n-gram's, on the same beginnings.

    MODELYARD_DATA=... modelyard run recipes/poems_decoder.yaml --out runs/poems
    python benchmarks/poems.py runs/poems          # needs: pip install pypinyin

Both models go on after the title and the author of poems of the test split, at one temperature, up to the blank line
that ends a poem. A verse line is two halves with a comma between them; the last, unfinished one of a poem that was cut
off does not count. Of each poem:

form   1 where there are at least two verse lines and all their halves have one length, 5 or 7 characters; else 0
rhyme  the share of neighbouring verse lines whose last characters rhyme; 0 where there are fewer than two lines
both   the same, over the poems that have two lines or more and no others

Two characters rhyme that share one of the 14 groups of Zhonghua Xinyun (2005) by a reading of theirs in today's
Mandarin. Tang poets rhymed otherwise: what the real poems reach is the ceiling, what their lines reach in random order
the floor.
"""

import argparse
import itertools
import os
import re
from pathlib import Path

import numpy as np
from training_compare import machine, write

TEMPERATURE = 0.8
TOKENS = 110
AT_ONCE = 32
RESAMPLES = 10_000
# Finals of pinyin by rhyme group (Zhonghua Xinyun, 2005: 14 groups); -i is the vowel of zhi and zi.
GROUPS = {
    "ma": "a ia ua",
    "bo": "o e uo",
    "jie": "ie ve ue",
    "kai": "ai uai",
    "wei": "ei uei ui",
    "hao": "ao iao",
    "you": "ou iou iu",
    "han": "an ian uan van",
    "wen": "en in uen un vn",
    "tang": "ang iang uang",
    "geng": "eng ing ueng ong iong",
    "qi": "i er v",
    "zhi": "-i",
    "gu": "u",
}
GROUP_OF = {final: name for name, finals in GROUPS.items() for final in finals.split()}
HALF = re.compile(r"[，。？！；、：]")


def rhyme_groups(character):
    """The rhyme groups of a character's readings."""
    from pypinyin import Style, pinyin

    initials = pinyin(character, style=Style.INITIALS, heteronym=True, strict=True)[0]
    finals = pinyin(character, style=Style.FINALS, heteronym=True, strict=True)[0]
    buzzing = any(initial in ("zh", "ch", "sh", "r", "z", "c", "s") for initial in initials)
    return {GROUP_OF.get("-i" if final == "i" and buzzing else final) for final in finals} - {None}


def verse_lines(text, *, whole):
    """The halves of every verse line; of a text that was cut off (not `whole`) without the last line."""
    lines = [line.strip() for line in text.strip("\n").split("\n")]
    if not whole:
        lines = lines[:-1]
    return [[half for half in HALF.split(line) if half] for line in lines if line]


def form(lines):
    """1.0 for a poem of even lines of 5 or 7 characters."""
    lengths = {len(half) for halves in lines for half in halves}
    return float(len(lines) >= 2 and len(lengths) == 1 and lengths <= {5, 7} and all(len(h) == 2 for h in lines))


def rhyme(lines):
    """The share of neighbouring lines that rhyme."""
    ends = [rhyme_groups(halves[-1][-1]) for halves in lines if halves]
    pairs = [bool(a & b) for a, b in itertools.pairwise(ends)]
    return float(np.mean(pairs)) if pairs else 0.0


def poems(run, most):
    """(title and author, verses) of poems that stand whole in the test split."""
    from modelyard.data.corpus import Corpus

    found = []
    for section in Corpus.open(run / "bundle").texts("test"):
        for block in section.split("\n\n"):
            lines = block.strip("\n").split("\n")
            if len(lines) >= 4 and not HALF.search(lines[1]) and all(line.endswith("。") for line in lines[2:]):
                found.append((f"{lines[0]}\n{lines[1]}\n", "\n".join(lines[2:])))
    return found[:most]


def by_decoder(run, prompts, seed):
    """Continuations by the shipped model: (text, whether it ended by itself)."""
    from modelyard.inference.generation import Settings
    from modelyard.inference.language import LanguagePredictor
    from modelyard.inference.predictor import Predictor

    generator = LanguagePredictor.of(Predictor.load(run / "artifact")).generator
    found = []
    for start in range(0, len(prompts), AT_ONCE):
        settings = Settings(max_new_tokens=TOKENS, temperature=TEMPERATURE, stop=("\n\n",), seed=seed + start)
        some = generator.generate(prompts[start : start + AT_ONCE], settings)
        found += [(one.text, one.finish_reason == "stop") for one in some]
    return found


def by_ngram(run, prompts, seed):
    """The same by the n-gram model that the run counted as its baseline."""
    from safetensors.numpy import load_file

    from modelyard.data.features.language import LanguageTokenizer
    from modelyard.models.ngram import distribution

    weights = load_file(run / "models/ngram/model.safetensors")
    tokenizer = LanguageTokenizer.load(run / "models/ngram")
    found = []
    for number, prompt in enumerate(prompts):
        random = np.random.default_rng([seed, number])
        ids = [tokenizer.end_id, *tokenizer.encode([prompt]).ids.tolist()]
        begun, text, ended = len(ids), "", False
        while len(ids) < begun + TOKENS and not ended:
            chances = distribution(weights, np.array(ids)) ** (1 / TEMPERATURE)
            token = int(random.choice(len(chances), p=chances / chances.sum()))
            if token == tokenizer.end_id:
                ended = True
                break
            ids.append(token)
            text = tokenizer.decode(ids[begun:])
            ended = "\n\n" in text
        found.append((text.split("\n\n")[0], ended))
    return found


def interval(values):
    """The mean over poems with its 95 % bootstrap interval."""
    values = np.asarray(values)
    random = np.random.default_rng(0)
    means = values[random.integers(0, len(values), (RESAMPLES, len(values)))].mean(axis=1)
    low, high = np.quantile(means, [0.025, 0.975])
    return {"mean": float(values.mean()), "low": float(low), "high": float(high)}


def main():
    """Sample, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path)
    parser.add_argument("--poems", type=int, default=150)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    real = poems(arguments.run, arguments.poems)
    prompts = [prompt for prompt, _ in real]
    written = {
        "decoder": by_decoder(arguments.run, prompts, arguments.seed),
        "4-gram": by_ngram(arguments.run, prompts, arguments.seed),
        "real poems": [(verses, True) for _, verses in real],
    }
    lines = {name: [verse_lines(text, whole=whole) for text, whole in texts] for name, texts in written.items()}
    ends = [line for one in lines["real poems"] for line in one]
    random = np.random.default_rng(arguments.seed)
    lines["real lines, shuffled"] = [
        [ends[i] for i in random.integers(0, len(ends), len(one))] for one in lines["real poems"]
    ]
    values = {
        name: {"form": [form(one) for one in each], "rhyme": [rhyme(one) for one in each]}
        for name, each in lines.items()
    }
    figures = {name: {key: interval(each[key]) for key in each} for name, each in values.items()}
    for name, each in lines.items():
        kept = [value for value, one in zip(values[name]["rhyme"], each, strict=True) if len(one) >= 2]
        figures[name]["both"] = {**(interval(kept) if kept else {"mean": 0.0, "low": 0.0, "high": 0.0}), "n": len(kept)}
    gains = {key: interval(np.subtract(values["decoder"][key], values["4-gram"][key])) for key in ("form", "rhyme")}
    training = (arguments.run / "models/decoder/training.json").read_text(encoding="utf-8")
    report(arguments.run, figures, gains, written, prompts, training)


def report(run, figures, gains, written, prompts, training):
    """benchmarks/results/poems.json and .md."""
    import json

    trained = json.loads(training)
    bits = {
        claim["subject"]: claim["value"]
        for claim in json.loads((run / "claims.json").read_text(encoding="utf-8"))
        if claim["name"] == "bits_per_byte"
    }
    facts = {
        "poems": len(prompts),
        "temperature": TEMPERATURE,
        "steps": trained["steps"],
        "parameters": trained["parameters"],
        "seconds": trained["seconds"],
        "bits_per_byte": bits,
    }

    def cell(figure):
        return f"{figure['mean']:.3f} [{figure['low']:.3f}, {figure['high']:.3f}]"

    table = ["| writer | form | rhyme | both | poems of both |", "| --- | --- | --- | --- | --- |"]
    table += [
        f"| {name} | {cell(each['form'])} | {cell(each['rhyme'])} | {cell(each['both'])} | {each['both']['n']} |"
        for name, each in figures.items()
    ]
    table.append(f"| decoder - 4-gram, paired | {cell(gains['form'])} | {cell(gains['rhyme'])} | | |")
    floor, reached = figures["real lines, shuffled"]["both"], figures["decoder"]["both"]
    table += [
        "",
        "The lines that the decoder writes rhyme more often than shuffled lines do."
        if reached["low"] > floor["high"]
        else "The lines that the decoder writes are not shown to rhyme more often than shuffled lines do: "
        "what it gains in `rhyme` comes from writing whole lines at all.",
    ]
    shown = [f"{name}\n\n```\n{prompts[0]}{texts[0][0].strip()}\n```" for name, texts in written.items()]
    text = "\n".join(
        [
            "# Tang poems: does a decoder keep their form?",
            "",
            (__doc__ or "").split("\n\n", 2)[2].strip(),
            "",
            *table,
            "",
            f"{len(prompts)} unseen poems begun, temperature {TEMPERATURE}; means with 95 % bootstrap intervals over "
            f"poems. Decoder: {trained['parameters']:,} parameters, {trained['steps']:,} steps, "
            f"{trained['seconds'] / 60:.1f} min of training. Bits per byte on the test split: "
            + ", ".join(f"{name} {value:.3f}" for name, value in bits.items())
            + ".",
            "",
            "One poem, as each wrote it:",
            "",
            "\n\n".join(shown),
            "",
        ]
    )
    content = {"machine": machine(), **facts, "figures": figures, "decoder_minus_ngram": gains}
    write("poems", content, text)


if __name__ == "__main__":
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    main()
