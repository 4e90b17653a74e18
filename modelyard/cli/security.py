"""The verbs of trust: scan, key, sign, encrypt, decrypt, trail."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from modelyard.cli.printing import as_table, printable
from modelyard.core.words import size

Trust = Annotated[
    list[Path] | None,
    typer.Option(help="Public keys (a PEM file or a folder of them): what none of them signed is refused."),
]
_key = typer.Typer(help="Key files: to sign artifacts with, and to encrypt them to.", no_args_is_help=True)
_trail = typer.Typer(help="The audit trail: who ran, opened, served and promoted what.", no_args_is_help=True)
RunPath = Annotated[Path, typer.Argument(metavar="RUN", help="A run directory, an artifact, or an export.")]


def add(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    for verb in (scan, sign, encrypt, decrypt):
        app.command()(verb)
    app.add_typer(_key, name="key")
    app.add_typer(_trail, name="trail")


def scan(
    path: Annotated[Path, typer.Argument(help="A folder or a file: an artifact, a checkpoint, an archive, a run.")],
    trust: Trust = None,
    seconds: Annotated[float, typer.Option(min=1, help="A scan that takes longer is refused.")] = 600.0,
    as_json: Annotated[bool, typer.Option("--json", help="Print the findings as JSON.")] = False,
) -> None:
    """Say what a model from elsewhere would bring, unopened: code, pickles, bombs, damage. Nothing is run."""
    from modelyard import pipeline
    from modelyard.pipeline.scanning import to_json

    found = pipeline.scan(path, trust=trust or (), seconds=seconds)
    if as_json:
        print(json.dumps(to_json(found), ensure_ascii=False, indent=1))
    else:
        for one in found.findings:
            print(printable(f"{one.file}: {one.rule}. Got {one.value}. {one.remedy}"))
        for note in found.notes:
            print(printable(f"  {note}"))
        verdict = f"refused, {len(found.findings)} findings" if found.findings else "clean"
        print(printable(f"{found.path}: {verdict}   {found.files:,} files, {size(found.bytes)}"))
    if found.findings:
        raise typer.Exit(2)


@_key.command("new")
def new_key(
    file: Annotated[Path, typer.Argument(help="The private key's file; the public one is FILE.pub.")],
    purpose: Annotated[str, typer.Option("--for", help="sign (Ed25519) or encrypt (X25519).")] = "sign",
) -> None:
    """Draw a key pair. MODELYARD_KEY_PASSPHRASE, where set, protects the private one."""
    from modelyard.pipeline import trust

    name = trust.new_key(file, purpose=purpose)
    after = f"modelyard sign RUN --key {file}" if purpose == "sign" else f"modelyard encrypt RUN --to {file}.pub"
    print(printable(f"key {name}     keep {file}, give away {file}.pub     next: {after}"))


@_key.command("show")
def show_key(
    file: Annotated[Path, typer.Argument(help="A private or public key, or a folder of public ones.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """Print algorithm, id and public part; never the private one."""
    from modelyard.pipeline import trust

    found = trust.show_key(file)
    if as_json:
        print(json.dumps(found, indent=1))
        return
    for one in found:
        print(f"{one['algorithm']}   to {one['for']}   {one['id']}\n{one['public']}", end="")


def sign(
    run: RunPath,
    key: Annotated[Path, typer.Option(help="The private Ed25519 key (see: key new).")],
    signer: Annotated[str, typer.Option(help="Who vouches, for readers; what counts is the key.")] = "",
) -> None:
    """Verify an artifact and sign its digest, which covers every file of it."""
    from modelyard.pipeline import trust

    signed = trust.sign(run, key=key, signer=signer)
    print(printable(f"signed {signed['digest'][:12]} with key {signed['key']}"))
    print(printable(f"  next: modelyard serve {run} --trust {key}.pub"))


def encrypt(
    run: RunPath,
    to: Annotated[list[Path], typer.Option(help="A public key (X25519 or RSA, PEM); several: each of them opens it.")],
    out: Annotated[Path, typer.Option(help="The file to write, or a folder for it.")],
) -> None:
    """Write an artifact as one encrypted file (AES-256-GCM in chunks)."""
    from modelyard.pipeline import trust

    file = trust.encrypt(run, to=to, out=out)
    print(printable(f"wrote {file}     next: modelyard serve {file} --key PRIVATE"))


def decrypt(
    file: Annotated[Path, typer.Argument(help="What encrypt wrote.")],
    key: Annotated[Path, typer.Option(help="The private key.")],
    out: Annotated[Path, typer.Option(help="The folder to write; it appears when all is verified.")],
) -> None:
    """Write an encrypted artifact as an ordinary one again."""
    from modelyard.pipeline import trust

    print(printable(f"wrote {trust.decrypt(file, key=key, out=out)}"))


@_trail.command("show")
def show_trail(
    last: Annotated[int, typer.Option(min=1, help="Entries.")] = 20,
    run: Annotated[Path | None, typer.Option(help="Of this run only.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """Print the last entries."""
    from modelyard.pipeline import auditing_trail

    found = auditing_trail.show(last=last, run=run)
    if as_json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
        return
    rows: list[tuple[str, ...]] = [("time", "user", "host", "verb", "run", "artifact")]
    rows += [
        (str(e.get("time"))[:19], *(str(e.get(name)) for name in rows[0][1:5]), str(e.get("artifact"))[:12])
        for e in found
    ]
    for line in as_table(rows):
        print(printable(line))


@_trail.command("verify")
def verify_trail(
    since: Annotated[str | None, typer.Option("--from", help="A digest noted earlier, which it must hold.")] = None,
    trust: Annotated[list[Path] | None, typer.Option(help="Public keys: the head must be signed by one.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print as JSON.")] = False,
) -> None:
    """Follow every link of the trail: was a line changed, removed, inserted or moved?"""
    from modelyard.pipeline import auditing_trail

    found = auditing_trail.verify(since=since, trust=trust or ())
    if as_json:
        content = {"path": found.path, "entries": found.entries, "digest": found.digest}
        print(json.dumps({**content, "faults": found.faults, "notes": found.notes}, ensure_ascii=False, indent=1))
    else:
        for fault in found.faults:
            print(printable(f"{found.path}: {fault}"))
        for note in found.notes:
            print(printable(f"  {note}"))
        verdict = f"not whole, {len(found.faults)} faults" if found.faults else "whole"
        print(printable(f"{found.path}: {verdict}   {found.entries:,} entries"))
        if not found.faults:
            print(f"  note this elsewhere: modelyard trail verify --from {found.digest}")
    if found.faults:
        raise typer.Exit(2)


@_trail.command("sign")
def sign_trail(key: Annotated[Path, typer.Option(help="The private Ed25519 key.")]) -> None:
    """Sign the head, so that lines cut off at the end are noticed. MODELYARD_TRAIL_KEY does so with every entry."""
    from modelyard.pipeline import auditing_trail

    found = auditing_trail.sign(key)
    print(f"signed the head of {found.entries:,} entries     next: modelyard trail verify --trust {key}.pub")
