"""The version of the code."""

import modelyard
from modelyard.core import revision


def test_a_checkout_is_known_by_its_sources(tmp_path, monkeypatch):
    package = tmp_path / "modelyard"
    (package / "data").mkdir(parents=True)
    (package / "core").mkdir()
    (tmp_path / "pyproject.toml").touch()
    (package / "data" / "a.py").write_text("x = 1\n")
    monkeypatch.setattr(revision, "_PACKAGE", package)
    version = revision.code_version.__wrapped__
    before, others = version("data"), version("core")
    assert before.startswith(f"{modelyard.__version__}+")
    (package / "data" / "a.py").write_text("x = 2\n")
    assert version("data") != before
    assert version("core") == others


def test_an_installed_package_is_known_by_its_version(tmp_path, monkeypatch):
    monkeypatch.setattr(revision, "_PACKAGE", tmp_path / "modelyard")
    assert revision.code_version.__wrapped__("data") == modelyard.__version__
