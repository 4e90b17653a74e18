"""What the files hold, by a reader of the wire format that is written out here and by TensorBoard's where installed."""

import math
import struct

import pytest

from modelyard.training.board import Board, crc32c

EVENTS = [
    {"event": "step", "time": 10.0, "model": "decoder", "step": 1, "total_steps": 9, "loss": 4.5, "eta_seconds": None},
    {"event": "notice", "time": 10.5, "text": "no step: for the terminal only"},
    {"event": "notice", "time": 10.5, "model": "decoder", "step": 1, "text": "第 1 步被跳过"},
    {"event": "step", "time": 11.0, "model": "decoder", "step": 2, "total_steps": 9, "loss": math.nan, "mfu": 1e300},
    {"event": "validation", "time": 12.0, "model": "decoder", "step": 2, "metric": "bpb", "value": 1.5, "best": True},
    {"event": "step", "time": 12.5, "model": "linear", "step": 3, "loss": 7},
    {"event": "stage", "time": 13.0, "name": "train", "state": "done", "seconds": 3},
]


def fields(message):
    """(number, value) of a Protocol Buffers message."""
    place, found = 0, []

    def varint():
        nonlocal place
        value = shift = 0
        while True:
            byte = message[place]
            place += 1
            value |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                return value

    while place < len(message):
        number, kind = divmod(varint(), 8)
        if kind == 0:
            found.append((number, varint()))
            continue
        size = {1: 8, 5: 4}.get(kind) or varint()
        found.append((number, message[place : place + size]))
        place += size
    return found


def unmasked(stored):
    rotated = (struct.unpack("<I", stored)[0] - 0xA282EAD8) & 0xFFFFFFFF
    return (rotated >> 17 | rotated << 15) & 0xFFFFFFFF


def records(path):
    data, place = path.read_bytes(), 0
    while place < len(data):
        (length,) = struct.unpack_from("<Q", data, place)
        assert unmasked(data[place + 8 : place + 12]) == crc32c(data[place : place + 8])
        event = data[place + 12 : place + 12 + length]
        assert unmasked(data[place + 12 + length : place + 16 + length]) == crc32c(event)
        place += 16 + length
        yield fields(event)


def scalars(path):
    found = []
    for event in records(path):
        step = dict(event).get(2, 0)
        for number, summary in event:
            if number == 5:
                values = [dict(fields(value)) for _, value in fields(summary)]
                found += [(step, v[1].decode(), struct.unpack("<f", v[2])[0]) for v in values if 2 in v]
    return found


def write(directory, events=EVENTS):
    board = Board(directory)
    for event in events:
        board(event)
    board.close()


@pytest.mark.parametrize(
    ("data", "crc"), [(bytes(32), 0x8A9136AA), (b"\xff" * 32, 0x62A8AB43), (b"123456789", 0xE3069283), (b"", 0)]
)
def test_checksum_is_the_published_one(data, crc):
    assert crc32c(data) == crc


def test_every_figure_of_every_event_is_there(tmp_path):
    write(tmp_path)
    (decoder,), (linear,) = (list((tmp_path / name).iterdir()) for name in ("decoder", "linear"))
    found = scalars(decoder)
    assert found[0] == (1, "step/loss", 4.5)
    assert found[1][:2] == (2, "step/loss")
    assert math.isnan(found[1][2])
    assert found[2] == (2, "step/mfu", math.inf)
    assert found[3:] == [(2, "validation/bpb", 1.5)]
    assert scalars(linear) == [(3, "step/loss", 7.0)]
    first, second, *_ = records(decoder)
    assert dict(first)[3] == b"brain.Event:2"
    assert dict(second) == {1: struct.pack("<d", 10.0), 2: 1, 7: b"\x08\x01"}


def test_another_process_writes_another_file(tmp_path):
    write(tmp_path)
    write(tmp_path)
    assert len(list((tmp_path / "decoder").iterdir())) == 2


def test_tensorboard_reads_it(tmp_path):
    accumulator = pytest.importorskip(
        "tensorboard.backend.event_processing.event_accumulator", reason="tensorboard is not installed"
    )
    write(tmp_path)
    # A resumed process repeats step 2: what the first one said of it is gone.
    write(tmp_path, [{"event": "step", "time": 20.0, "model": "decoder", "step": 2, "loss": 3.0}])
    found = accumulator.EventAccumulator(str(tmp_path / "decoder")).Reload()
    assert [(s.step, s.value) for s in found.Scalars("step/loss")] == [(1, 4.5), (2, 3.0)]
    assert "notices" in found.Tags()["tensors"]
    text = found.Tensors("notices")[0].tensor_proto.string_val[0].decode()
    assert text == "第 1 步被跳过"
