"""Where a student has answered the written questions of a chapter, with marks or without.

Some editors drop nbgrader's metadata and the ids of cells. A question is then found by its text,
and its answer is what follows, up to the next cell that was handed out.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher

from .cells import Cell
from .pictures import tell_missing
from .release import Chapter, WrittenQuestion
from .syntax import is_text

__all__ = ["MAX_ANSWER", "answers_in", "as_compared"]

MAX_ANSWER = 20_000  # characters that are kept of one answer
MAX_SEARCHED = 4_000  # characters of a cell in which a question is looked for
MAX_LIKELY = 20  # cells that are looked at closely for one question
NBGRADER_STUB = "YOUR ANSWER HERE"
_MARKUP = re.compile(r"[\s*_`#>]+")
_EMBEDDED = re.compile(r"data:(image/[\w.+-]+);base64,([\w+/=]+)")
_WORD = re.compile(r"\w+")
_SIMILAR = 0.7  # of the words of a question, in their order, are enough to know it again
_WORDS_OF_AN_ANSWER = 3  # fewer, in the line in which the question ends, are an edit of it


def as_compared(text: str) -> str:
    """A text without blanks, marks of Markdown and capitals.

    Examples
    --------
    >>> as_compared("*Write your  answer here.*") == as_compared("Write your answer here.")
    True
    """
    return _MARKUP.sub("", text[: 2 * MAX_ANSWER]).casefold()


def answers_in(chapter: Chapter, cells: Sequence[Cell], given: Collection[str]) -> dict[str, str]:
    """The answers in one notebook, by question; "" where there is none.

    `given` are texts that are nobody's answer: those of the cells that were handed out, and our
    model answers.
    """
    return _Search(chapter, cells, given).answers()


class _Search:
    def __init__(self, chapter: Chapter, cells: Sequence[Cell], given: Collection[str]):
        self.questions, self.cells = chapter.questions, cells
        stubs = {NBGRADER_STUB, *(question.stub for question in chapter.questions)}
        self.stubs = {as_compared(stub) for stub in stubs}
        self.given = {as_compared(text) for text in given} | self.stubs | {""}
        self.ours = self.given - self.stubs - {""}
        self.ids = {cell.cell_id for cell in chapter.cells} - {""}
        self.marked = {name: self._marked(name) for name, *_ in chapter.questions}
        self.starts = _starts(chapter.questions, cells)
        self.taken = {*self.starts.values(), *(i for own in self.marked.values() for i in own)}

    def answers(self) -> dict[str, str]:
        places = {q.grade_id: self._places(q) for q in self.questions}
        self.taken |= {i for own in places.values() for i in own}
        found = {}
        for question in self.questions:
            name = question.grade_id
            parts = [_text_of(self.cells[i]) for i in places[name]]
            if name in self.starts:
                start = self.cells[self.starts[name]]
                parts.insert(0, tell_missing(_below(question, start), start.attached))
            elif not parts:  # any text of their own may be the answer
                parts = [_text_of(self.cells[i]) for i in self._free()]
            found[name] = _cut("\n\n".join(filter(None, map(self._own, parts))))
        return found

    def _marked(self, name: str) -> list[int]:
        return [i for i, cell in enumerate(self.cells) if name in (cell.grade_id, cell.cell_id)]

    def _places(self, question: WrittenQuestion) -> list[int]:
        """Cells with the question's mark, and those between its text and what comes next."""
        own = {*self.marked[question.grade_id]}
        start = self.starts.get(question.grade_id)
        for i in range(len(self.cells) if start is None else start + 1, len(self.cells)):
            if i in own:
                continue
            cell = self.cells[i]
            if i in self.taken or self._is_ours(cell):
                break
            if cell.kind != "code" or _is_prose(cell):
                own.add(i)
        return sorted(own)

    def _is_ours(self, cell: Cell) -> bool:
        """Whether a cell was handed out, and not as a place for an answer."""
        if cell.grade_id or cell.cell_id in self.ids:
            return True
        return as_compared(cell.source) in self.ours

    def _free(self) -> Iterator[int]:
        for i, cell in enumerate(self.cells):
            if cell.kind != "code" and i not in self.taken and not self._is_ours(cell):
                yield i

    def _own(self, text: str) -> str:
        """What a student has written of a text: a stub may have been left above it."""
        own = _EMBEDDED.sub(_digest, str(text)).strip()
        for stub in (NBGRADER_STUB, *(question.stub.strip() for question in self.questions)):
            own = own.removeprefix(stub).removesuffix(stub).strip() if stub else own
        return "" if as_compared(own) in self.given else own


def _text_of(cell: Cell) -> str:
    return tell_missing(cell.source, cell.attached) if cell.kind != "code" else cell.source


def _cut(text: str) -> str:
    more = len(text) - MAX_ANSWER
    return text if more <= 0 else f"{text[:MAX_ANSWER]}\n[… {more} more characters]"


def _digest(picture: re.Match) -> str:
    """What stands for a picture that is written out in a text, and not for another one."""
    return f"data:{picture[1]},{hashlib.sha256(picture[2].encode()).hexdigest()[:12]}"


def _is_prose(cell: Cell) -> bool:
    """Whether a cell of code holds text: comments, strings, or what is no Python."""
    tree = cell.source.tree
    return bool(cell.source.strip()) and (tree is None or all(map(is_text, tree.body)))


def _starts(questions: Sequence[WrittenQuestion], cells: Sequence[Cell]) -> dict[str, int]:
    """In which cell the text of each question stands, perhaps edited a little."""
    words = {
        i: _words(cell.source[:MAX_SEARCHED]) for i, cell in enumerate(cells) if cell.kind != "code"
    }
    counts = {i: Counter(each) for i, each in words.items()}
    starts: dict[str, int] = {}
    for question in questions:
        asked = _words(question.text)
        if not asked:
            continue
        least, wanted = _SIMILAR * len(asked), Counter(asked)
        shared = {i: (counts[i] & wanted).total() for i in words}
        most_first = sorted(words, key=lambda i: -shared[i])[:MAX_LIKELY]
        likely = [i for i in most_first if shared[i] >= least]
        found = {i: sum(size for *_, size in _blocks(asked, words[i])) for i in likely}
        best = max(found, key=lambda i: found[i], default=None)
        if best is not None and found[best] >= least:
            starts[question.grade_id] = best
    return starts


def _below(question: WrittenQuestion, cell: Cell) -> str:
    """What stands below a question in the same cell, or after it in the line in which it ends."""
    source = cell.source[: 2 * MAX_ANSWER]
    ends = [match.end() for match in _WORD.finditer(source)]
    last = _blocks(_words(question.text), _words(source))[-1]
    line, _, below = source[ends[last.b + last.size - 1] :].partition("\n")
    line = line.lstrip(" .?!:*_")
    is_answer = len(_WORD.findall(line)) >= _WORDS_OF_AN_ANSWER
    return f"{line}\n{below}" if is_answer else below


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text[: 2 * MAX_ANSWER])]


def _blocks(asked: list[str], words: list[str]):
    """Where a question's words stand among others; single ones say little."""
    blocks = SequenceMatcher(None, words, asked, autojunk=False).get_matching_blocks()
    swapped = [block._replace(a=block.b, b=block.a) for block in blocks]
    return [block for block in swapped if block.size > 1]
