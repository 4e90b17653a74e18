"""The verbs that put a model to work: serve, package."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from modelyard.cli.printing import printable

_keys = typer.Typer(help="The file of API keys that a server reads.", no_args_is_help=True)
RunPaths = Annotated[
    list[str],
    typer.Argument(metavar="RUN...", help="Run directories, artifacts or exports; NAME=PATH gives one a name."),
]
RunPath = Annotated[Path, typer.Argument(metavar="RUN", help="A run directory, or an artifact.")]


def add(app: typer.Typer) -> None:
    """Give the command line these verbs."""
    app.command()(serve)
    app.command()(package)
    app.add_typer(_keys, name="keys")


def serve(
    runs: RunPaths,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535)] = 8000,
    allow_host: Annotated[list[str] | None, typer.Option(help="A name that clients call this server by.")] = None,
    keys: Annotated[
        Path | None, typer.Option(help="File of API keys (or: MODELYARD_API_KEYS); see `keys new`.")
    ] = None,
    tls_cert: Annotated[
        Path | None, typer.Option(help="Certificate with its chain, PEM; read again on change.")
    ] = None,
    tls_key: Annotated[Path | None, typer.Option(help="The certificate's key, PEM.")] = None,
    threads: Annotated[int | None, typer.Option(min=1, help="Compute threads; by default all cores but one.")] = None,
    management_port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="Health and metrics on a port of their own, without keys.")
    ] = None,
    price: Annotated[
        str | None, typer.Option(help="Dollars an hour, or a device (see: prices): metrics tell what requests cost.")
    ] = None,
    request_log: Annotated[
        Path | None, typer.Option(help="Folder for a log of requests and answers in Parquet, for monitoring.")
    ] = None,
    request_log_share: Annotated[float, typer.Option(help="Of the requests.")] = 1.0,
    request_log_inputs: Annotated[
        str, typer.Option(help="Whose inputs it keeps, personal data replaced: none, consented (by header), all.")
    ] = "none",
    request_log_mb: Annotated[int, typer.Option(min=1, help="The oldest files go beyond this size.")] = 1024,
    canary: Annotated[Path | None, typer.Option(help="Another run that answers a share of the requests.")] = None,
    canary_share: Annotated[float, typer.Option(help="Of the requests.")] = 0.05,
    shadow: Annotated[Path | None, typer.Option(help="Another run that is asked too; only metrics tell how.")] = None,
    latency_ms: Annotated[
        float | None, typer.Option(min=1, help="Answers are due within this; what would be late is refused (429).")
    ] = None,
    backend: Annotated[
        str, typer.Option(help="stored, onnx, openvino, torch, numpy, vllm; auto measures and takes the fastest.")
    ] = "stored",
    trust: Annotated[
        list[Path] | None, typer.Option(help="Public keys (file or folder): only what one of them signed is served.")
    ] = None,
    signed_since: Annotated[
        str | None, typer.Option(help="With --trust: refuse what was signed before this date or time (UTC).")
    ] = None,
    key: Annotated[Path | None, typer.Option(help="The private key of encrypted artifacts (see: encrypt).")] = None,
    traces: Annotated[
        bool, typer.Option("--traces", help="OpenTelemetry spans to OTEL_EXPORTER_OTLP_ENDPOINT (extra otel).")
    ] = False,
) -> None:
    """Serve one run or several: POST /v1/predict, /docs, /health, /metrics, and a page to try it at /."""
    from modelyard import pipeline

    pipeline.serve(
        runs,
        host=host,
        port=port,
        allowed_hosts=allow_host or (),
        api_keys_file=keys,
        tls_certificate=tls_cert,
        tls_key=tls_key,
        price=price,
        request_log=request_log,
        request_log_share=request_log_share,
        request_log_inputs=request_log_inputs,
        request_log_bytes=request_log_mb << 20,
        traces=traces,
        canary=canary,
        canary_share=canary_share,
        shadow=shadow,
        threads=threads,
        management_port=management_port,
        latency_ms=latency_ms,
        backend=backend,
        trust=trust or (),
        signed_since=signed_since,
        key=key,
    )


def package(
    run: RunPath,
    out: Annotated[Path, typer.Option(help="The folder to write.")],
    docker: Annotated[bool, typer.Option("--docker", help="Dockerfile, pinned packages, the model.")] = False,
    kubernetes: Annotated[bool, typer.Option("--kubernetes", help="Manifests and a kustomization.")] = False,
    systemd: Annotated[bool, typer.Option("--systemd", help="A closed service for one machine.")] = False,
    compose: Annotated[bool, typer.Option("--compose", help="A Compose file, with the Dockerfile.")] = False,
    image: Annotated[str | None, typer.Option(help="The image's name: registry.example/reviews:1.0")] = None,
    cpus: Annotated[int, typer.Option(min=1, max=256, help="Processors of a replica.")] = 2,
    trust: Annotated[
        list[Path] | None, typer.Option(help="Public keys (file or folder): only what one of them signed is opened.")
    ] = None,
) -> None:
    """Write what a platform needs to run a model; a server is started here to measure what it needs."""
    from modelyard import pipeline

    asked = {"docker": docker, "kubernetes": kubernetes, "systemd": systemd, "compose": compose}
    targets = [name for name, wanted in asked.items() if wanted]
    for line in pipeline.package(run, targets=targets, out=out, image=image, cpus=cpus, trust=trust or ()):
        print(printable(line))


@_keys.command("new")
def new_key(
    file: Annotated[Path, typer.Argument(help="The file to append to; made where there is none.")],
    name: Annotated[str | None, typer.Option(help="How logs call it; the next number where not given.")] = None,
    scope: Annotated[list[str] | None, typer.Option(help="predict or metrics; both where not given.")] = None,
    rate: Annotated[str | None, typer.Option(help="Requests at most: 600/min, 10/s, 5000/h.")] = None,
    expires: Annotated[str | None, typer.Option(help="Its last day: 2027-06-30.")] = None,
) -> None:
    """Draw an API key: it is printed once, the file keeps its hash. A running server takes it within a second."""
    from modelyard.pipeline.serving import new_key as draw

    print(draw(file, name=name, scopes=scope, rate=rate, expires=expires))
