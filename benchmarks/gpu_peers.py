"""What gpu.py compares with: Trainer and Lightning on the same definition, rows and flags for speed."""

import time

from gpu_kit import Timer, rows_of


def definition(shape):
    """The model that Modelyard builds for this shape, as `transformers` has it."""
    from transformers import LlamaConfig, LlamaForCausalLM

    config = LlamaConfig(
        vocab_size=shape["vocabulary"],
        hidden_size=shape["width"],
        num_hidden_layers=shape["layers"],
        num_attention_heads=shape["heads"],
        intermediate_size=shape["inner"],
        max_position_embeddings=shape["context"],
        tie_word_embeddings=True,
        attn_implementation="sdpa",
        use_cache=False,
    )
    return LlamaForCausalLM(config)


def trainer(shape, *, warm, steps, compiled):
    """Hugging Face's Trainer: bf16, fused AdamW, fused attention."""
    import tempfile

    import torch
    from transformers import Trainer, TrainerCallback, TrainingArguments

    rows = rows_of(shape, shape["batch"] * steps)
    torch.manual_seed(0)
    model, timer = definition(shape), Timer(warm, steps)

    class Watch(TrainerCallback):
        def on_step_begin(self, *given, **named):
            if not timer.done:
                timer.begun = time.perf_counter()

        def on_step_end(self, *given, **named):
            timer.step()

    with tempfile.TemporaryDirectory() as temporary:
        arguments = TrainingArguments(
            temporary,
            max_steps=steps,
            per_device_train_batch_size=shape["batch"],
            learning_rate=3e-4,
            lr_scheduler_type="cosine",
            warmup_steps=10,
            bf16=True,
            optim="adamw_torch_fused",
            torch_compile=compiled,
            max_grad_norm=1.0,
            logging_steps=steps,
            save_strategy="no",
            report_to=[],
            disable_tqdm=True,
            dataloader_num_workers=4,
            dataloader_pin_memory=True,
        )
        data = [{"input_ids": row, "labels": row} for row in rows]
        found = Trainer(model, arguments, train_dataset=data, callbacks=[Watch()]).train()
    return {**timer.figures(), "loss": found.training_loss}


def with_lightning(shape, *, warm, steps, compiled):
    """Lightning: bf16-mixed, fused attention, torch.compile over the whole model."""
    import logging
    import warnings

    import lightning
    import torch
    from torch.utils.data import DataLoader, TensorDataset

    warnings.simplefilter("ignore")
    logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)
    rows = rows_of(shape, shape["batch"] * steps)
    timer = Timer(warm, steps)

    class Module(lightning.LightningModule):
        def __init__(self):
            super().__init__()
            self.network = definition(shape)
            if compiled:
                self.network.compile()
            self.last = 0.0

        def training_step(self, batch, index):
            if not timer.done:
                timer.begun = time.perf_counter()
            return self.network(input_ids=batch[0], labels=batch[0]).loss

        def on_train_batch_end(self, outputs, batch, index):
            timer.step()
            self.last = outputs["loss"].detach()

        def configure_optimizers(self):
            return torch.optim.AdamW(self.parameters(), lr=3e-4)  # a fused one cannot be clipped here

    torch.manual_seed(0)
    module = Module()
    runner = lightning.Trainer(
        max_steps=steps,
        accelerator="gpu",
        devices=1,
        precision="bf16-mixed",
        gradient_clip_val=1.0,
        logger=False,
        enable_checkpointing=False,
        enable_progress_bar=False,
        enable_model_summary=False,
    )
    loader = DataLoader(TensorDataset(rows), batch_size=shape["batch"], num_workers=4, pin_memory=True)
    runner.fit(module, loader)
    return {**timer.figures(), "loss": float(module.last)}
