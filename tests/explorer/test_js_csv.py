"""Tables that are pasted or read from a file, in the browser."""

import csv
import io

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from support.javascript import asked_of_node

ANSWER = """(text) => {
  try {
    const table = readTable(text);
    return { ...table, X: Array.from(table.X), said: sentenceOf(table.leftOut) };
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    return { problem: error.message };
  }
}"""
TWO = [[1.5, 2.0], [-3.0, 4e-3], [0.5, 6.0]]
# Text, numbers, names.
GOOD = {
    "commas": ("1.5,2\n-3,4e-3\n.5,6\n", TWO, ["x₁", "x₂"]),
    "commas and blanks": ("1.5, 2\n-3, 4e-3\n.5, 6", TWO, ["x₁", "x₂"]),
    "semicolons": ("1.5;2\n-3;4e-3\n.5;6", TWO, ["x₁", "x₂"]),
    "decimal commas, semicolons": ("a;b\n1,5;2\n-3;0,004\n,5;6,0", TWO, ["a", "b"]),
    "decimal commas, tabs": ("a\tb\n1,5\t2\n-3\t0,004\n0,5\t6", TWO, ["a", "b"]),
    "decimal commas, blanks": ("a b\n1,5 2,0\n-3,0 0,004\n0,5 6,0", TWO, ["a", "b"]),
    "one column, a blank in its name": ("a time\n1\n2", [[1], [2]], ["a time"]),
    "one column, decimal commas": ("a\n1,5\n2,5", [[1.5], [2.5]], ["a"]),
    "one sample, decimal commas": ("1,5 2,5", [[1.5, 2.5]], ["x₁", "x₂"]),
    "blanks": ("  1.5   2\n -3  4e-3\n  0.5   6  ", TWO, ["x₁", "x₂"]),
    "one column": ("1\n2\n4", [[1], [2], [4]], ["x₁"]),
    "one column with a name": ("waiting\n1\n2\n4", [[1], [2], [4]], ["waiting"]),
    "one sample": ("3,4", [[3, 4]], ["x₁", "x₂"]),
    "windows, byte order mark": ("\ufeffa,b\r\n1.5,2\r\n-3,4e-3\r\n0.5,6\r\n", TWO, ["a", "b"]),
    "empty lines": ("\n\na,b\n\n1.5,2\n-3,4e-3\n\n.5,6\n\n\n", TWO, ["a", "b"]),
    "comments": ("# made by hand\n# 1 2 3\n1.5 2\n-3 4e-3\n.5 6", TWO, ["x₁", "x₂"]),
    "quotes": ('"a, b","say ""c"""\n"1.5","2"\n"-3",4e-3\n.5,6', TWO, ["a, b", 'say "c"']),
    "quoted new line": ('"a\nb",c\n1.5,2\n-3,4e-3\n.5,6', TWO, ["a\nb", "c"]),
    "separator at the end": ("a,b\n1.5,2,\n-3,4e-3,\n.5,6,", TWO, ["a", "b"]),
    "a true minus": ("1.5,2\n\u22123,4e\u22123\n.5,6", TWO, ["x₁", "x₂"]),
    "a blank in a name": ('"a time" b\n1.5 2\n-3 4e-3\n.5 6', TWO, ["a time", "b"]),
    "a nameless column": ("a,\n1.5,2\n-3,4e-3\n.5,6", TWO, ["a", "x₂"]),
    "numbers that count, without header": ("1,5\n2,7\n3,1", [[1, 5], [2, 7], [3, 1]], ["x₁", "x₂"]),
    "a first feature that counts": ("year,b\n1,5\n2,7", [[1, 5], [2, 7]], ["year", "b"]),
}  # fmt: skip
# Text, numbers, what is said.
LEFT_OUT = {
    "text": ("a,species,b\n1,x,2\n3,y,4", [[1, 2], [3, 4]], 'column "species" (text)'),
    "row names": ("ann,1,2\nbob,3,4", [[1, 2], [3, 4]], "column 1 (text)"),
    "pandas": (",a,b\n0,1,2\n1,3,4", [[1, 2], [3, 4]], "column 1 (row numbers)"),
    "id": ("id,a,b\n7,1,2\n8,3,4", [[1, 2], [3, 4]], 'column "id" (row numbers)'),
    "hash": ("#,a,b\n1,1,2\n2,3,4", [[1, 2], [3, 4]], 'column "#" (row numbers)'),
    "R's write.table": ('"a" "b"\n"1" 1 2\n"2" 3 4', [[1, 2], [3, 4]], "column 1 (row numbers)"),
    "R with names": ("a b\nann 1 2\nbob 3 4", [[1, 2], [3, 4]], "column 1 (text)"),
    "missing": ("1,2\n,4\n5,NaN\nNA,8\n9,10", [[1, 2], [9, 10]], "3 rows without all their"),
    "one missing": ("a;b\n1;2\n?;4", [[1, 2]], "1 row without all its numbers"),
    "infinity": ("1,2\ninf,4\n5,-Infinity", [[1, 2]], "2 rows"),
    "an empty column": ("a,b,c\n1,,2\n3,,4", [[1, 2], [3, 4]], 'column "b" (empty)'),
    "a name that begins as a place does": ("a,column 9\n1,x\n2,y", [[1], [2]], '"column 9" (text)'),
}
BAD = {
    "nothing": (" \n\n", "There is nothing to read"),
    "only text": ("ann,bob\ncarl,dora", "No column holds numbers"),
    "only a header": ("a,b", "No column holds numbers"),
    "a typo": ("a,b\n1,2\n3,4\n\n5,6x\n7,8", 'Line 5 has "6x" in column "b", where a number'),
    "a typo without header": ("1,2\n3,4\n5,6x", 'Line 3 has "6x" in column 2'),
    "a long text": ("a\n1\n2\n\"" + "x\n" * 900 + '"', 'Line 4 has "x x x x x'),
    "a typo in the first line": ("1,x2\n3,4\n5,6", 'Line 1 has "x2" in column 2'),
    "a short line": ("a,b\n1,2\n3\n5,6", "Line 3 has 1 cell where 2 were expected"),
    "a long line": ("1,2\n3,4,5\n5,6", "Line 2 has 3 cells where 2 were expected"),
    "a long header": ("a,b,c\n1,2\n3,4", "Line 2 has 2 cells where 3 were expected"),
    "an open quote": ('a,b\n1,2\n"3,4\n5,6', "The quote in line 3 is never closed"),
    "all rows miss one": ("1,\n,2", "No row has all its numbers"),
    "two decimal signs": ("1,5;2\n3;1.234", "1,5 has a decimal comma, and 1.234 a decimal point"),
    "thousands": ('"1,234",2\n"5,678",3', "1,234 has a decimal comma between commas"),
    "too large": ("1,2\n3,1e150", "beyond 1e150"),
    "beyond floats": ("1,2\n3,1e999", "beyond 1e150"),
    "eleven features": ("\n".join([",".join(["1.5"] * 11)] * 3), "11 columns of numbers"),
    "too many samples": ("1,2\n" * 20_001, "20001 samples, and at most 20000"),
}  # fmt: skip


def read(texts):
    names = "readTable, sentenceOf, UnreadableTable"
    return asked_of_node("tables/csv.js", names, ANSWER, texts)


def numbers(table):
    assert "problem" not in table, table
    X = np.array(table["X"], dtype=float)  # JSON has whole numbers of any size
    return X.reshape(table["N"], table["D"])


def test_what_is_read():
    for name, table in zip(GOOD, read([text for text, *_ in GOOD.values()]), strict=True):
        _, X, names = GOOD[name]
        np.testing.assert_array_equal(numbers(table), X, err_msg=name)
        assert (table["names"], table["said"]) == (names, ""), name


def test_what_is_left_out_is_said():
    for name, table in zip(LEFT_OUT, read([text for text, *_ in LEFT_OUT.values()]), strict=True):
        _, X, said = LEFT_OUT[name]
        np.testing.assert_array_equal(numbers(table), X, err_msg=name)
        assert table["said"].startswith("Left out: "), name
        assert said in table["said"], name


def test_what_cannot_be_read_is_told_in_one_sentence():
    for name, table in zip(BAD, read([text for text, _ in BAD.values()]), strict=True):
        assert BAD[name][1] in table["problem"], (name, table["problem"])
        assert table["problem"].endswith("."), name
        assert "\n" not in table["problem"], name
        assert len(table["problem"]) < 200, name


def test_the_largest_table():
    rng = np.random.default_rng(0)
    X = rng.normal(size=(20_000, 10))
    text = "\n".join(",".join(map(repr, row)) for row in X.tolist())
    np.testing.assert_array_equal(numbers(read([text])[0]), X)


FINITE = st.floats(-1e149, 1e149)
NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=5)


@st.composite
def written(draw):
    """A table as Python's csv module writes it, and what is in it."""
    N, D = draw(st.integers(1, 6)), draw(st.integers(1, 4))
    X = draw(st.lists(st.lists(FINITE, min_size=D, max_size=D), min_size=N, max_size=N))
    separator, decimal = draw(st.sampled_from([(",", "."), (";", "."), (";", ","), ("\t", ",")]))
    names = [f"f{i} {draw(NAMES)}" for i in range(D)] if draw(st.booleans()) else None
    if decimal == "," and D == 1:
        names = ["one"]  # without a header, these are two columns
    labels = draw(st.booleans()) and N > 1 and D > 1
    rows = [[repr(value).replace(".", decimal) for value in row] for row in X]
    rows = ([names] if names else []) + rows
    if labels:
        rows = [[f"n {draw(NAMES)}", *row] for row in rows]
    quoting = draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
    file = io.StringIO()
    csv.writer(file, delimiter=separator, quoting=quoting).writerows(rows)
    return file.getvalue(), X, names, bool(labels)


def test_what_python_writes_is_read():
    tables = []

    @settings(max_examples=300, database=None, deadline=None)
    @given(written())
    def collect(table):
        tables.append(table)

    collect()
    for (text, X, names, labels), table in zip(tables, read([t[0] for t in tables]), strict=True):
        np.testing.assert_array_equal(numbers(table), X, err_msg=repr(text))
        if names:
            assert table["names"] == names, text
        assert bool(table["leftOut"]["columns"]) == labels
