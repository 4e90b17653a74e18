"""Reading streams: the peak does not grow with the file."""

import subprocess
import sys
import tracemalloc

import pytest

from modelyard.core.recipe import Data
from modelyard.data.sources import open_source

ROW = "很好 a fairly long review of a film or of a hotel, with some words in it number {}"


def peak(path) -> tuple[int, int]:
    count = 0
    tracemalloc.start()
    for batch in open_source([str(path)], Data(train="-")).batches(1024):
        count += len(batch.places)
    found = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return found, count


@pytest.mark.parametrize("ending", ["csv", "jsonl", "json", "parquet"])
def test_the_peak_does_not_grow_with_the_file(tmp_path, ending):
    peaks = []
    for count in (4_000, 20_000):
        path = tmp_path / f"{count}.{ending}"
        if ending == "csv":
            lines = ["text,label", *(f'"{ROW.format(i)}",{i % 2}' for i in range(count))]
        else:
            lines = [f'{{"text": "{ROW.format(i)}", "label": {i % 2}}}' for i in range(count)]
        if ending == "parquet":
            import pyarrow
            from pyarrow import parquet

            table = pyarrow.table({"text": [ROW.format(i) for i in range(count)], "label": [0] * count})
            parquet.write_table(table, path, row_group_size=1024)
        elif ending == "json":
            path.write_text("[" + ",\n".join(lines) + "]", encoding="utf-8")
        else:
            path.write_text("\n".join(lines), encoding="utf-8")
        found, rows = peak(path)
        assert rows == count
        peaks.append(found)
    assert peaks[1] < 1.3 * peaks[0] + (1 << 20)


_BIG = """
import resource, sys
from modelyard.core.recipe import Data
from modelyard.data.sources import open_source
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
count = sum(len(batch.places) for batch in open_source([sys.argv[1]], Data(train="-")).batches())
print(count, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) >> 10)
"""


def test_two_hundred_megabytes_in_a_bounded_process(tmp_path):
    """The default batches of a 200 MB file of reviews, of 1 kB each, add less than 256 MB to the process."""
    path = tmp_path / "big.csv"
    piece = "".join(f'"{ROW.format(i) * 12}",{i % 2}\n' for i in range(10_000))
    with path.open("w", encoding="utf-8") as file:
        file.write("text,label\n")
        for _ in range(200_000_000 // len(piece.encode())):
            file.write(piece)
    done = subprocess.run([sys.executable, "-c", _BIG, str(path)], capture_output=True, text=True, check=True)
    count, megabytes = map(int, done.stdout.split())
    assert count == 10_000 * (200_000_000 // len(piece.encode()))
    assert megabytes < 256


def test_wide_rows_end_a_batch_early(tmp_path):
    path = tmp_path / "wide.csv"
    path.write_text(",".join(f"x{i}" for i in range(2000)) + "\n" + (",".join(["0.5"] * 2000) + "\n") * 1500)
    sizes = [len(batch.places) for batch in open_source([str(path)], Data(train="-")).batches()]
    assert sum(sizes) == 1500 and max(sizes) <= 500
