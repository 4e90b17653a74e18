"""Reading rows from files, folders, archives, URLs and databases, and writing them; one module a format."""

from modelyard.data.sources.base import BadRow, Batch, Places
from modelyard.data.sources.source import Source, open_source, read_rows
from modelyard.data.sources.write import write_rows

__all__ = ["BadRow", "Batch", "Places", "Source", "open_source", "read_rows", "write_rows"]
