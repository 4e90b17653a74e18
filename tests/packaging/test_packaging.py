"""The files of `modelyard package`, judged by the tools of those who would run them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml

from modelyard.core.errors import ModelyardError
from modelyard.packaging import TARGETS, package
from modelyard.packaging.facts import label_of
from modelyard.packaging.measuring import Measured, measure
from modelyard.packaging.pins import requirements, wheel

COMPAT = Path(__file__).parents[1] / "compat" / "0.1.0"
ROWS = Measured(
    unit="rows",
    threads=1,
    ready_seconds=1.4,
    median_seconds=0.002,
    answers_per_second=1234.0,
    peak_bytes=123 << 20,
)


def given(measured: Measured = ROWS) -> Any:
    return lambda path, *, threads: measured


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything, written for a run whose name would break any of the files that took it as it is."""
    root = tmp_path_factory.mktemp("packaging")
    run = root / 'reviews"; RUN id #$(id)\n中文'
    shutil.copytree(COMPAT / "linear", run)
    package(run, targets=TARGETS, out=root / "out", measurer=given())
    return root / "out"


def manifests(folder: Path) -> dict[str, dict[str, Any]]:
    files = sorted((folder / "kubernetes").glob("*.yaml"))
    return {path.name: yaml.safe_load(path.read_text(encoding="utf-8")) for path in files}


@pytest.fixture(scope="module")
def signed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A signed run and the folder of keys that are trusted, one of them another's."""
    pytest.importorskip("cryptography", reason="the extra security is not installed")
    from modelyard.core import keyfiles, signing

    root = tmp_path_factory.mktemp("signed")
    shutil.copytree(COMPAT / "linear", root / "reviews")
    (root / "keys").mkdir()
    for name in ("own", "other"):
        keyfiles.new(root / name)
        shutil.copy(root / f"{name}.pub", root / "keys")
    signing.sign(root / "reviews", root / "own")
    return root / "reviews", root / "keys"


@pytest.fixture(scope="module")
def trusting(signed: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything, written for a run that is signed."""
    out = tmp_path_factory.mktemp("trusting") / "out"
    package(signed[0], targets=TARGETS, out=out, trust=[signed[1]], measurer=given())
    return out


def test_what_trusts_keys_mounts_them_and_installs_what_checks(trusting: Path, folder: Path) -> None:
    from modelyard.core.signing import trusted

    files = sorted((trusting / "trust").iterdir())
    assert len(files) == 2 and {path.stem for path in files} == set(trusted([trusting / "trust"]))
    assert all("PRIVATE" not in path.read_text(encoding="utf-8") for path in files)
    assert all(path.stat().st_mode & 0o777 == 0o644 for path in files)
    assert (trusting / "trust").stat().st_mode & 0o777 == 0o755
    pins = (trusting / "requirements.txt").read_text(encoding="utf-8")
    assert "cryptography==" in pins and "cffi==" in pins
    readme = (trusting / "README.md").read_text(encoding="utf-8")
    assert all(path.stem in readme for path in files)
    assert "--trust /run/trust" in readme and "modelyard/reviews.trust" in readme
    for written in ("README.md", "requirements.txt", "Dockerfile", "compose.yaml", ".dockerignore"):
        text = (folder / written).read_text(encoding="utf-8")
        assert not [part for part in ("--trust", "trust/", "/trust") if part in text], written
    assert not (folder / "trust").exists() and "cryptography" not in (folder / "requirements.txt").read_text()


def test_every_target_reads_the_keys_from_what_it_cannot_write(trusting: Path) -> None:
    objects = manifests(trusting)
    pod = objects["deployment.yaml"]["spec"]["template"]["spec"]
    (container,) = pod["containers"]
    (mount,) = [one for one in container["volumeMounts"] if one["name"] == "trust"]
    arguments = container["args"]
    assert arguments[arguments.index("--trust") + 1] == mount["mountPath"] and mount["readOnly"]
    (volume,) = [one for one in pod["volumes"] if one["name"] == "trust"]
    config = objects["configmap.yaml"]
    assert volume["configMap"]["name"] == config["metadata"]["name"]
    assert config["data"] == {path.name: path.read_text(encoding="utf-8") for path in (trusting / "trust").iterdir()}
    assert "configmap.yaml" in objects["kustomization.yaml"]["resources"]
    (service,) = yaml.safe_load((trusting / "compose.yaml").read_text(encoding="utf-8"))["services"].values()
    (bound,) = [one for one in service["volumes"] if one["source"] == "./trust"]
    assert bound["read_only"] and service["command"][service["command"].index("--trust") + 1] == bound["target"]
    (unit,) = (trusting / "systemd").glob("*.service")
    assert "--trust /etc/modelyard/reviews.trust\n" in unit.read_text(encoding="utf-8")
    dockerfile = (trusting / "Dockerfile").read_text(encoding="utf-8")
    assert "COPY trust/ /build/trust/" in dockerfile and "--trust /build/trust" in dockerfile
    assert "/srv/trust" not in dockerfile  # the image does not bring the keys that it is held against
    assert "!trust/**" in (trusting / ".dockerignore").read_text(encoding="utf-8")


def test_the_packaged_model_is_served_with_the_packaged_keys(
    trusting: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from modelyard.core.errors import ArtifactError
    from modelyard.serving import admission

    load = admission.loader([trusting / "trust"])
    assert load(trusting / "model").about["task"] == "text-classification"
    shutil.copytree(trusting / "model", tmp_path / "model")
    (tmp_path / "model" / "signature.json").unlink()
    with pytest.raises(ArtifactError, match="not signed"):
        load(tmp_path / "model")


def test_what_no_trusted_key_signed_is_not_packaged(signed: tuple[Path, Path], tmp_path: Path) -> None:
    from modelyard.core import keyfiles, sealed_artifact

    run, keys = signed
    for path, trust, rule in (
        (COMPAT / "linear", [keys], "not signed"),
        (run, [keys / "other.pub"], "not trusted here"),
        (run, [tmp_path / "missing.pub"], "cannot be read"),
    ):
        with pytest.raises(ModelyardError, match=rule):
            package(path, targets=["docker"], out=tmp_path / "out", trust=trust, measurer=given())
    keyfiles.new(tmp_path / "box", purpose="encrypt")
    sealed = sealed_artifact.encrypt(run, [tmp_path / "box.pub"], tmp_path / "reviews.sealed")
    with pytest.raises(ModelyardError, match="modelyard decrypt"):
        package(sealed, targets=["docker"], out=tmp_path / "out", measurer=given())
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("version", ["1.30", "1.37"])
def test_manifests_fit_the_schemas_of_kubernetes(folder: Path, trusting: Path, version: str) -> None:
    kubernetes_validate = pytest.importorskip("kubernetes_validate", reason="needs kubernetes-validate (extra test)")
    objects = manifests(folder)
    del objects["kustomization.yaml"], objects["prometheus-adapter.yaml"]  # no objects of the cluster's own
    assert sorted(one["kind"] for one in objects.values()) == [
        "Deployment",
        "HorizontalPodAutoscaler",
        "NetworkPolicy",
        "PodDisruptionBudget",
        "Service",
        "ServiceAccount",
    ]
    for content in (*objects.values(), *(manifests(trusting)[name] for name in ("deployment.yaml", "configmap.yaml"))):
        kubernetes_validate.validate(content, version, strict=True)
    with pytest.raises(kubernetes_validate.ValidationError):  # the judge does judge
        kubernetes_validate.validate({**objects["service.yaml"], "spce": {}}, version, strict=True)


def test_the_pod_is_fit_for_the_restricted_standard(folder: Path) -> None:
    pod = manifests(folder)["deployment.yaml"]["spec"]["template"]["spec"]
    (container,) = pod["containers"]
    assert pod["securityContext"]["runAsNonRoot"] and pod["securityContext"]["runAsUser"] > 10_000
    assert pod["securityContext"]["seccompProfile"] == {"type": "RuntimeDefault"}
    assert pod["automountServiceAccountToken"] is False
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "runAsNonRoot": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert set(container["resources"]["limits"]) == set(container["resources"]["requests"])
    assert not {"hostNetwork", "hostPID", "hostIPC"} & set(pod)
    assert all("hostPath" not in volume for volume in pod["volumes"])


def test_manifests_agree_with_each_other(folder: Path) -> None:
    objects = manifests(folder)
    deployment, service = objects["deployment.yaml"], objects["service.yaml"]
    labels = deployment["spec"]["template"]["metadata"]["labels"]
    (container,) = deployment["spec"]["template"]["spec"]["containers"]
    for selector in (
        deployment["spec"]["selector"]["matchLabels"],
        service["spec"]["selector"],
        objects["poddisruptionbudget.yaml"]["spec"]["selector"]["matchLabels"],
        objects["networkpolicy.yaml"]["spec"]["podSelector"]["matchLabels"],
    ):
        assert selector.items() <= labels.items()
    ports = {port["name"]: port["containerPort"] for port in container["ports"]}
    assert service["spec"]["ports"][0]["targetPort"] == "http"
    for probe in ("startupProbe", "readinessProbe", "livenessProbe"):
        assert container[probe]["httpGet"]["port"] == "management"
    arguments = container["args"]
    assert arguments[arguments.index("--management-port") + 1] == str(ports["management"])
    assert arguments[arguments.index("--port") + 1] == str(ports["http"])
    mounts = {mount["name"] for mount in container["volumeMounts"]}
    assert mounts == {volume["name"] for volume in deployment["spec"]["template"]["spec"]["volumes"]}
    scaling = objects["horizontalpodautoscaler.yaml"]["spec"]
    assert scaling["scaleTargetRef"]["name"] == deployment["metadata"]["name"]
    assert scaling["metrics"][0]["pods"]["metric"]["name"] == "modelyard_queue_rows"
    assert scaling["metrics"][0]["pods"]["target"]["averageValue"] == "123"  # 1,234 rows/s for 100 ms
    kustomization = objects["kustomization.yaml"]
    assert all((folder / "kubernetes" / name).is_file() for name in kustomization["resources"])
    (image,) = kustomization["images"]
    assert f"{image['name']}:{image['newTag']}" == container["image"]


def test_sizes_come_from_what_was_measured(folder: Path) -> None:
    (container,) = manifests(folder)["deployment.yaml"]["spec"]["template"]["spec"]["containers"]
    assert container["resources"]["limits"]["memory"] == "288Mi"  # 1.25 * 123 + 128 = 281.75, in whole 16
    assert container["resources"]["requests"]["cpu"] == "2"


def test_the_compose_file_is_one(folder: Path, trusting: Path) -> None:
    compose_spec = pytest.importorskip("compose_spec", reason="needs compose-spec (extra test)")
    text = (folder / "compose.yaml").read_text(encoding="utf-8")
    compose_spec.PyCompose.from_yaml(text).validate()
    compose_spec.PyCompose.from_yaml((trusting / "compose.yaml").read_text(encoding="utf-8")).validate()
    with pytest.raises(ValueError, match="unknown variant"):  # the judge does judge
        compose_spec.PyCompose.from_yaml(text.replace("unless-stopped", "sometimes"))
    (service,) = yaml.safe_load(text)["services"].values()
    assert service["read_only"] and service["cap_drop"] == ["ALL"]
    assert all(port.startswith("127.0.0.1:") for port in service["ports"])


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not installed")
@pytest.mark.parametrize("written", ["folder", "trusting"])
def test_systemd_accepts_the_unit_and_finds_it_closed(
    request: pytest.FixtureRequest, tmp_path: Path, written: str
) -> None:
    (unit,) = (request.getfixturevalue(written) / "systemd").glob("*.service")
    text = unit.read_text(encoding="utf-8")
    program = text.partition("ExecStart=")[2].split()[0]
    here = tmp_path / unit.name
    here.write_text(text.replace(program, sys.executable), encoding="utf-8")
    found = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", str(here)], capture_output=True, text=True, check=False
    )
    assert (found.returncode, found.stderr) == (0, "")
    root = tmp_path / "root" / "etc" / "systemd" / "system"
    root.mkdir(parents=True)
    shutil.copy(here, root)
    command = ["systemd-analyze", "security", "--offline=true", f"--root={tmp_path / 'root'}", "--threshold=15"]
    judged = subprocess.run([*command, unit.name], capture_output=True, text=True, check=False)
    assert judged.returncode == 0, judged.stdout[-500:]  # exposure at most 1.5 of 10


def test_the_dockerfile_runs_as_nobody_what_is_pinned(folder: Path) -> None:
    lines = (folder / "Dockerfile").read_text(encoding="utf-8").splitlines()
    instructions = [line.split()[0] for line in lines if line and not line.startswith(("#", " ", "&"))]
    known = {"ARG", "FROM", "ENV", "RUN", "COPY", "LABEL", "USER", "EXPOSE", "STOPSIGNAL", "HEALTHCHECK"}
    assert set(instructions) <= known | {"ENTRYPOINT", "CMD"}
    assert instructions.index("USER") < instructions.index("ENTRYPOINT")
    continued = [i for i, line in enumerate(lines) if line.endswith("\\")]
    assert all(lines[i + 1].startswith(" ") for i in continued)  # no instruction is swallowed by the one before it
    assert "USER 10001:10001" in lines
    command = json.loads(lines[-1].removeprefix("CMD "))
    assert command[:2] == ["serve", "/srv/reviews-run-id-id"]
    pins = (folder / "requirements.txt").read_text(encoding="utf-8").splitlines()
    assert pins and all("==" in pin for pin in pins)
    assert not any(pin.startswith("torch==") for pin in pins)  # numpy answers for this model
    ignored = (folder / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert "*" in ignored and "!model" in ignored


def test_the_model_is_carried_as_it_is(folder: Path) -> None:
    from modelyard.core.durable import verify_directory

    assert verify_directory(folder / "model")["task"] == "text-classification"
    assert all(path.stat().st_mode & 0o444 == 0o444 for path in (folder / "model").rglob("*"))
    readme = (folder / "README.md").read_text(encoding="utf-8")
    assert "golden.json` holds rows of the data" in readme
    assert "No image was built" in readme


def test_no_name_reaches_a_file_as_it_is(folder: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file() and path.parent.name != "model" and path.suffix != ".whl":
            assert "$(id)" not in path.read_text(encoding="utf-8"), path


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("reviews", "reviews"),
        ("Reviews_2026", "reviews-2026"),
        ("中文", "model-0123abcd"),
        ("2026", "m-2026"),
        ("../..", "model-0123abcd"),
        ("a" * 90, "a" * 40),
        ("a" * 39 + "-b", "a" * 39),
    ],
)
def test_a_name_becomes_a_dns_label(name: str, label: str) -> None:
    assert label_of(name, "0123abcdef") == label


def test_the_autoscaler_of_a_language_model_watches_texts(tmp_path: Path) -> None:
    run = tmp_path / "writer"
    shutil.copytree(COMPAT / "linear", run)
    tokens = Measured(
        unit="tokens", threads=1, ready_seconds=9, median_seconds=1, answers_per_second=80, peak_bytes=1 << 30
    )
    package(run, targets=["kubernetes"], out=tmp_path / "out", measurer=given(tokens))
    objects = manifests(tmp_path / "out")
    metric = objects["horizontalpodautoscaler.yaml"]["spec"]["metrics"][0]["pods"]["metric"]["name"]
    assert metric == "modelyard_queue_generations"
    assert not (tmp_path / "out" / "model").exists()  # manifests alone carry no model
    (container,) = objects["deployment.yaml"]["spec"]["template"]["spec"]["containers"]
    assert container["startupProbe"]["failureThreshold"] * container["startupProbe"]["periodSeconds"] == 90


def test_what_is_wrong_is_said_before_anything_is_written(tmp_path: Path) -> None:
    run = COMPAT / "linear"
    with pytest.raises(ModelyardError, match="say what the files are for"):
        package(run, targets=[], out=tmp_path / "out", measurer=given())
    for image in ("reviews", "re views:1", "reviews:1\nRUN id", "Reviews:1", "a/b:1;c"):
        with pytest.raises(ModelyardError, match="no image name"):
            package(run, targets=["docker"], out=tmp_path / "out", image=image, measurer=given())
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").touch()
    with pytest.raises(ModelyardError, match="exists already"):
        package(run, targets=["docker"], out=tmp_path / "full", measurer=given())
    with pytest.raises(ModelyardError, match=r"File exists.*Give a place inside a folder"):
        package(run, targets=["docker"], out=tmp_path / "full" / "mine" / "out", measurer=given())
    assert not (tmp_path / "out").exists() and [path.name for path in tmp_path.iterdir()] == ["full"]


def test_a_failure_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("modelyard.packaging.writing.shutil.copyfile", full)
    with pytest.raises(ModelyardError, match="No space left"):
        package(COMPAT / "linear", targets=["docker"], out=tmp_path / "out", measurer=given())
    assert list(tmp_path.iterdir()) == []


def test_a_server_is_started_and_measured() -> None:
    found = measure(COMPAT / "encoder" / "artifact", threads=1, seconds=0.3)
    assert found.unit == "rows" and found.answers_per_second > 0
    assert 0 < found.median_seconds < 10 and 0 < found.ready_seconds < 120
    assert 30 << 20 < found.peak_bytes < 2 << 30


def test_a_model_that_does_not_start_is_not_packaged(tmp_path: Path) -> None:
    shutil.copytree(COMPAT / "linear", tmp_path / "run")
    golden = next((tmp_path / "run").rglob("golden.json"))
    manifest = golden.with_name("manifest.json")
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("text-classification", "text-divination"))
    with pytest.raises(ModelyardError, match="does not start"):
        measure(golden.parent, threads=1, seconds=0.1)


def test_the_wheel_can_be_installed(tmp_path: Path) -> None:
    path = wheel(tmp_path)
    again = path.read_bytes()
    assert wheel(tmp_path).read_bytes() == again  # the same content, the same bytes
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
    assert "modelyard/serving/pages/playground.html" in names or any("pages" in name for name in names)
    assert not any("__pycache__" in name for name in names)
    target = tmp_path / "site"
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(target)]
    done = subprocess.run(
        [*command, "--disable-pip-version-check", str(path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert (target / "modelyard" / "cli" / "__init__.py").is_file()


def test_pins_follow_what_is_installed() -> None:
    plain, heavy = requirements(torch=False), requirements(torch=True)
    names = {pin.partition("==")[0] for pin in plain}
    assert {"numpy", "onnxruntime", "fastapi", "tokenizers", "starlette"} <= names
    assert not {"torch", "pytest", "ruff"} & names
    assert {pin.partition("==")[0] for pin in heavy} >= {"torch", "transformers"}
    if any("+cpu" in pin for pin in heavy):
        assert heavy[0].startswith("--extra-index-url ")
