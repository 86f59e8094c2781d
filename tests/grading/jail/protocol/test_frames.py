"""Reports in a stream that anybody may have written to."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gmm_helpers.grading.jail.protocol.frames import MAX_HEADER, FrameReader, frame
from gmm_helpers.grading.jail.protocol.values import MalformedError


@given(
    st.lists(st.tuples(st.dictionaries(st.text(), st.integers()), st.binary(max_size=99))),
    st.integers(1, 50),
)
def test_frames_come_out_as_they_went_in_however_they_are_cut(frames, step):
    stream = b"".join(frame(header, [payload]) for header, payload in frames)
    reader, taken = FrameReader(99), []
    for start in range(0, len(stream), step):
        reader.add(stream[start : start + step])
        while one := reader.take():
            taken.append(one)
    assert taken == frames


@given(st.binary())
def test_any_bytes_are_frames_or_refused(data):
    reader = FrameReader(99)
    reader.add(data)
    try:
        while reader.take():
            pass
    except MalformedError:
        pass


@pytest.mark.parametrize(
    "data",
    [
        struct.pack(">II", MAX_HEADER + 1, 0),
        struct.pack(">II", 2, 100),
        struct.pack(">II", 3, 0) + b"[1]",
        struct.pack(">II", 4, 0) + b"\xff\xfe{}",
        struct.pack(">II", 60_000, 0) + b"[" * 60_000,
        struct.pack(">II", 50_006, 0) + b'{"a":' + b"1" * 50_000 + b"}",
    ],
)
def test_what_is_too_long_or_no_object_is_refused_at_once(data):
    reader = FrameReader(99)
    reader.add(data)
    with pytest.raises(MalformedError):
        reader.take()
