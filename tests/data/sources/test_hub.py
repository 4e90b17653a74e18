"""A data set that cannot be reached is one error, at once."""

import pytest

from modelyard.core.errors import DataError
from modelyard.core.recipe import Data
from modelyard.data.sources import open_source

datasets = pytest.importorskip("datasets")


def test_an_unreachable_set_is_asked_for_once(monkeypatch, capsys):
    from huggingface_hub import HfApi
    from huggingface_hub.utils import get_session

    transport = pytest.importorskip(type(get_session()).__module__.partition(".")[0])
    asked = []

    def refuse(self, name, **named):
        asked.append((name, named["revision"]))
        raise transport.ConnectError("[Errno -2] Name or service not known")

    monkeypatch.setattr(HfApi, "dataset_info", refuse)
    monkeypatch.setattr(datasets, "load_dataset", lambda *given, **named: pytest.fail("it was asked for again"))
    with pytest.raises(
        DataError, match=r"hf://owner/name: this data set cannot be reached .*Name or service not known"
    ):
        open_source(["hf://owner/name?revision=v1"], Data(train="-"))
    assert asked == [("owner/name", "v1")]
    assert capsys.readouterr() == ("", "")
