"""Layer 4: a trained model over HTTP: requests checked, batched across connections, limited, drained, measured."""

from modelyard.serving.journal import JournalSettings
from modelyard.serving.server import serve
from modelyard.serving.settings import Settings

__all__ = ["JournalSettings", "Settings", "serve"]
