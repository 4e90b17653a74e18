"""What decoding.py compares: each peer is a process of its own, so that all can take turns under the same load.

Times are of the processor, not of the clock: every peer computes in one thread and never waits, so that on an idle
machine both are the same, and on a busy one what others take does not count (what they do to caches and memory does).

A line of JSON in asks for one measurement, a line of JSON out gives it: {"batch", "prompt", "tokens"} to {"seconds" (of
the whole answer, the prompt read), "steps" (seconds of the tokens after the first), "ids" (of the first text)}.
"""

import json
import os
import sys
import time
from pathlib import Path

CONTEXT = 512


def prompts(batch, length, vocabulary):
    """Token ids that differ by row; the same for all peers."""
    return [[(7 * row + 13 * i) % (vocabulary - 10) + 5 for i in range(length)] for row in range(batch)]


def generate(folder):
    """transformers' generate, greedy, float32."""
    import torch
    from transformers import AutoModelForCausalLM, GenerationConfig, LogitsProcessorList

    torch.set_num_threads(1)
    model = AutoModelForCausalLM.from_pretrained(folder, dtype=torch.float32, attn_implementation="sdpa").eval()
    model.generation_config = GenerationConfig(pad_token_id=0, eos_token_id=None, do_sample=False)

    def answer(batch, prompt, tokens):
        ids = torch.tensor(prompts(batch, prompt, model.config.vocab_size))
        mask = torch.ones_like(ids)
        times = []

        def note(ids, scores):
            times.append(time.process_time())
            return scores

        started = time.process_time()
        with torch.inference_mode():
            out = model.generate(
                ids,
                attention_mask=mask,
                max_new_tokens=tokens,
                min_new_tokens=tokens,
                logits_processor=LogitsProcessorList([note]),
            )
        ended = time.process_time()
        return {"seconds": ended - started, "steps": ended - times[0], "ids": out[0, prompt:].tolist()}

    return answer


class _Ids:
    """A tokenizer whose texts cost nothing: the others measured give token ids too."""

    content, end_id = "", 0

    def encode(self, texts):
        raise NotImplementedError

    def decode(self, ids):
        return "x" * len(ids)


def ours(folder, backend):
    """Modelyard's own Generator, as `generate` and the server call it, on one of its backends."""
    import modelyard  # noqa: F401

    if backend == "torch":
        import torch

        from modelyard.models import decoder

        torch.set_num_threads(1)
        model = decoder.open(Path(folder))
    else:
        from modelyard.inference.decoder_onnx import OnnxDecoder

        model = OnnxDecoder(Path(folder), 1)
    from modelyard.inference.generation import Generator, Settings

    generator = Generator(model, _Ids(), end_ids=[])
    generator.end_ids = ()

    def answer(batch, prompt, tokens):
        given = prompts(batch, prompt, model.config.vocab_size)
        times = []

        def note(row, _):
            if row == 0:
                times.append(time.process_time())

        started = time.process_time()
        found = generator.generate(given, Settings(max_new_tokens=tokens, temperature=0), note)
        ended = time.process_time()
        return {"seconds": ended - started, "steps": ended - times[0], "ids": list(found[0].tokens)}

    def clients(count, prompt, tokens):
        """`count` clients who each ask anew as soon as they are answered, at different times, for `tokens` in all."""
        from modelyard.inference.continuous import Batch

        batch = Batch(generator)
        waiting = iter(range(10**9))

        def ask():
            number = next(waiting)
            length = prompt + 5 * (number % 4)
            own = prompts(number % 7 + 1, length, model.config.vocab_size)[-1]
            return batch.lane(own, Settings(max_new_tokens=24 + 9 * (number % 5), temperature=0))

        batch.begin([ask() for _ in range(count)])
        written, started = 0, time.process_time()
        while written < tokens:
            moved = batch.step()
            written += len(moved)
            over = sum(lane.is_over for lane in moved)
            if over:
                batch.begin([ask() for _ in range(over)])
        return {"tokens_per_second": written / (time.process_time() - started)}

    return lambda clients_count=0, **asked: clients(clients_count, **asked) if clients_count else answer(**asked)


def llama(path):
    """llama.cpp through its C interface, as llama-cpp-python binds it."""
    import ctypes

    import llama_cpp
    import numpy as np

    llama_cpp.llama_backend_init()
    silent = llama_cpp.llama_log_callback(lambda level, text, data: None)
    llama_cpp.llama_log_set(silent, ctypes.c_void_p(0))
    model = llama_cpp.llama_model_load_from_file(path.encode(), llama_cpp.llama_model_default_params())
    vocabulary = llama_cpp.llama_vocab_n_tokens(llama_cpp.llama_model_get_vocab(model))
    settings = llama_cpp.llama_context_default_params()
    settings.n_ctx, settings.n_batch, settings.n_ubatch, settings.n_seq_max = 8 * CONTEXT, 512, 512, 8
    settings.n_threads = settings.n_threads_batch = 1
    context = llama_cpp.llama_init_from_model(model, settings)
    memory = llama_cpp.llama_get_memory(context)

    def put(items):
        """Tokens of several sequences in one pass; the likeliest next token of each that is wanted."""
        batch = llama_cpp.llama_batch_init(len(items), 0, 1)
        batch.n_tokens = len(items)
        for i, (token, place, sequence, wanted) in enumerate(items):
            batch.token[i], batch.pos[i], batch.n_seq_id[i], batch.logits[i] = token, place, 1, wanted
            batch.seq_id[i][0] = sequence
        assert llama_cpp.llama_decode(context, batch) == 0
        found = []
        for i, (_, _, _, wanted) in enumerate(items):
            if wanted:
                logits = llama_cpp.llama_get_logits_ith(context, i)
                found.append(int(np.ctypeslib.as_array(logits, shape=(vocabulary,)).argmax()))
        llama_cpp.llama_batch_free(batch)
        return found

    def answer(batch, prompt, tokens):
        given = prompts(batch, prompt, vocabulary)
        llama_cpp.llama_memory_clear(memory, True)
        started = time.process_time()
        now = put([(t, i, row, i + 1 == prompt) for row, ids in enumerate(given) for i, t in enumerate(ids)])
        first, ids = time.process_time(), [now[0]]
        for number in range(1, tokens):
            now = put([(token, prompt + number - 1, row, True) for row, token in enumerate(now)])
            ids.append(now[0])
        ended = time.process_time()
        return {"seconds": ended - started, "steps": ended - first, "ids": ids}

    return answer


def bandwidth(_):
    """How fast one thread reads memory: the best of three ways to read 512 MB once."""
    import numpy as np

    values = np.random.default_rng(0).random(1 << 27, dtype=np.float32)
    halves = values[: 1 << 26], values[1 << 26 :]
    words = values.view(np.int64)
    ways = (values.max, lambda: np.dot(*halves), lambda: np.bitwise_or.reduce(words))

    def answer():
        rates = []
        for way in ways:
            started = time.process_time()
            way()
            rates.append(values.nbytes / (time.process_time() - started))
        return {"bytes_per_second": max(rates), "load": os.getloadavg()[0]}

    return answer


PEERS = {
    "generate": generate,
    "torch": lambda folder: ours(folder, "torch"),
    "onnx": lambda folder: ours(folder, "onnx"),
    "llama": llama,
    "bandwidth": bandwidth,
}


def main():
    answer = PEERS[sys.argv[1]](sys.argv[2])
    print(json.dumps({"ready": True}), flush=True)
    for line in sys.stdin:
        print(json.dumps(answer(**json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
