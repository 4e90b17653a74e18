from hypothesis import given
from hypothesis import strategies as st

from modelyard.inference.streaming import TextStream


def lossy(ids):
    """A tokenizer of bytes."""
    return bytes(ids).decode("utf-8", "replace")


def one_for_each(ids):
    """As decoders with byte fallback show bytes that are no text: one replacement for each."""
    try:
        return bytes(ids).decode()
    except UnicodeDecodeError:
        whole = bytes(ids).decode("utf-8", "ignore")
        return whole + "\ufffd" * (len(ids) - len(whole.encode()))


TEXTS = st.text(st.one_of(st.characters(exclude_categories=("Cs",)), st.sampled_from("中文诗歌😀é\n ")), max_size=20)


@given(TEXTS)
def test_whole_characters_as_soon_as_they_are_there(text):
    for decode in (lossy, one_for_each):
        stream = TextStream(decode, ())
        pieces = [stream.push(byte) for byte in text.encode()]
        if "\ufffd" not in text:
            assert not any("\ufffd" in piece for piece in pieces)
            assert "".join(pieces) == text  # nothing is left for the end
        pieces.append(stream.close())
        assert "".join(pieces) == stream.text == text


@given(st.binary(max_size=30))
def test_broken_bytes_come_through_and_nothing_is_taken_back(content):
    stream, out = TextStream(lossy, ()), ""
    for byte in content:
        out += stream.push(byte)
        assert stream.text.startswith(out)
    out += stream.close()
    assert out == stream.text == lossy(content)


def test_a_character_after_broken_bytes_is_still_whole():
    stream = TextStream(lossy, ())
    pieces = [stream.push(byte) for byte in b"\x80\x80" + "中".encode()]
    assert "".join(pieces) == "\ufffd\ufffd中"
    assert pieces[-1].endswith("中")


@given(TEXTS, st.lists(st.text("中文诗歌ab", min_size=1, max_size=3), min_size=1, max_size=3))
def test_stop_strings(text, stops):
    stream = TextStream(lossy, stops)
    pieces = []
    for byte in text.encode():
        pieces.append(stream.push(byte))
        if stream.stopped:
            break
    pieces.append(stream.close())
    places = [text.find(stop) for stop in stops if stop in text]
    shown = "".join(pieces)
    assert shown == stream.text
    assert stream.stopped == bool(places)
    if not places:
        assert shown == text
    else:  # it stops at the first stop string that is complete
        assert not any(stop in shown for stop in stops)
        assert text.startswith(shown) and any(text[len(shown) :].startswith(stop) for stop in stops)


def test_a_stop_string_is_held_back_while_it_may_come():
    stream = TextStream(lambda ids: "".join("abc<END>"[i] for i in ids), ["<END>"])
    assert [stream.push(i) for i in (0, 1, 3, 4, 0)] == ["a", "b", "", "", "<Ea"]
    assert [stream.push(i) for i in (3, 4, 5, 6, 7)] == [""] * 5
    assert stream.stopped and stream.text == "ab<Ea"


def test_blanks_that_a_decoder_drops_at_the_start():
    words = [" the", " cat", " sat"]
    stream = TextStream(lambda ids: "".join(words[i] for i in ids).lstrip(), ())
    assert [stream.push(i) for i in (0, 1, 2)] == ["the", " cat", " sat"]
