"""Malformed sources: each is refused with a message that starts with the file and the line."""

import re

import pytest
from support.notebook_tools import (
    BEGIN,
    END,
    EXERCISE,
    POINTS,
    QUESTION,
    handed_out,
    read,
    transform,
)
from support.notebook_tools import written as write_source

REGION = f"    {BEGIN}\n    return 1  # SECRET\n    {END}\n"
CHECK = '# %% check="one"\ncheck(one)\n'
NO_CHECK = EXERCISE.replace(CHECK, "")

# name -> (source, line of the mistake, words of the message)
MALFORMED = {
    "region not closed": (EXERCISE.replace(f"    {END}\n", ""), 4, "not closed"),
    "not closed in the last cell": (CHECK + NO_CHECK.replace(END, ""), 6, "not closed"),
    "region in a region": (EXERCISE.replace(REGION, f"    {BEGIN}\n{REGION}"), 5, "inside that"),
    "closed but not opened": (EXERCISE.replace(BEGIN, ""), 6, "was not begun"),
    "closed twice": (EXERCISE.replace(REGION, f"{REGION}    {END}\n"), 7, "was not begun"),
    "region in a plain cell": (f"# %%\n{BEGIN}\nx = 1\n{END}\n", 2, "outside an exercise"),
    "region in a check": (EXERCISE + f"{BEGIN}\n{END}\n", 11, "outside an exercise"),
    "region before any cell": (f"{BEGIN}\n{END}\n{EXERCISE}", 1, "outside an exercise"),
    "exercise without region": (EXERCISE.replace(REGION, "    pass\n"), 1, "0 solutions"),
    "two regions": (EXERCISE.replace(REGION, REGION + REGION), 1, "2 solutions"),
    "exercise without check": (NO_CHECK, 1, "missing for {'one'}"),
    "check without exercise": (CHECK, 1, "missing for {'one'}"),
    "unknown exercise": (EXERCISE.replace("one", "three"), 1, "no exercise 'three'"),
    "unknown check": (EXERCISE + CHECK.replace("one", "three"), 11, "no exercise 'three'"),
    "exercise twice": (EXERCISE + NO_CHECK, 11, "marked twice: one"),
    "check twice": (EXERCISE + CHECK, 11, "marked twice: check_one"),
    "question twice": (QUESTION + QUESTION, 3, "marked twice: why"),
    "unknown metadata": ('# %%\nx = 1\n\n# %% excercise="one"\ny = 2\n', 4, "excercise"),
    "two marks": ('# %% question="why" check="one" points=1\nx = 1\n', 1, "check"),
    "a title": ("# %% Preparation\nx = 1\n", 1, "title"),
    "mark without quotes": ("# %% check=one\nx = 1\n", 1, "cannot read the header"),
    "question without points": (QUESTION.replace(" points=3", ""), 1, "points"),
    "question with points in words": (QUESTION.replace("3", '"three"'), 1, "points"),
    "question that is code": (QUESTION.replace("[markdown] ", ""), 1, "why"),
    "exercise that is prose": (EXERCISE.replace("%% e", "%% [markdown] e"), 1, "one"),
    "check that is prose": (EXERCISE.replace("%% c", "%% [markdown] c"), 9, "one"),
}


@pytest.mark.parametrize(("text", "line", "words"), MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_source_is_refused_for_what_it_is(tmp_path, text, line, words):
    with pytest.raises(transform.SourceError) as refused:
        read(tmp_path, text)
    assert words in str(refused.value)


@pytest.mark.parametrize(("text", "line", "words"), MALFORMED.values(), ids=MALFORMED)
def test_the_refusal_starts_with_file_and_line(tmp_path, text, line, words):
    path = write_source(tmp_path, text)
    with pytest.raises(transform.SourceError, match=re.escape(f"{path}:{line}: ")):
        transform.read_source(path, POINTS)


SPELLINGS = [
    ("### begin solution", "### end solution"),
    ("###BEGIN SOLUTION", "###END SOLUTION"),
    ("# BEGIN SOLUTION", "# END SOLUTION"),
    ("#### BEGIN SOLUTION", "#### END SOLUTION"),
    ("### BEGIN  SOLUTION", "### END  SOLUTION"),
    ("### BEGIN      SOLUTION", "### END      SOLUTION"),
    ("### BEGIN\tSOLUTION", "### END\tSOLUTION"),
    ("### BEGINSOLUTION", "### ENDSOLUTION"),
    ("### BEGIN_SOLUTION", "### END_SOLUTION"),
    ("### BEGIN-SOLUTION", "### END-SOLUTION"),
    ("### BEGIN SOLUTION:", "### END SOLUTION:"),
    ("### BEGIN SOLUTIONS", "### END SOLUTIONS"),
    ("### BEGIN SOLUTION  # easy", "### END SOLUTION  # easy"),
    ("pass  ### BEGIN SOLUTION", "pass  ### END SOLUTION"),
    ("### BEGIN OF SOLUTION", "### END OF SOLUTION"),
    ("### BEGIN SOLUTOIN", "### END SOLUTOIN"),
    ("### BEGN SOLUTION", "### ED SOLUTION"),
    ("### START SOLUTION", "### STOP SOLUTION"),
    ("### SOLUTION BEGIN", "### SOLUTION END"),
]


@pytest.mark.parametrize(("begin", "end"), SPELLINGS)
def test_a_misspelt_region_is_refused(tmp_path, begin, end):
    with pytest.raises(transform.SourceError, match=r"00_topic\.py:\d+: "):
        read(tmp_path, EXERCISE.replace(BEGIN, begin).replace(END, end))


@pytest.mark.parametrize(("begin", "end"), SPELLINGS)
@pytest.mark.parametrize("which", ["begin", "end"])
def test_a_region_with_one_misspelt_end_is_refused(tmp_path, begin, end, which):
    old, new = (BEGIN, begin) if which == "begin" else (END, end)
    with pytest.raises(transform.SourceError, match=r"00_topic\.py:\d+: "):
        read(tmp_path, EXERCISE.replace(old, new))


@pytest.mark.parametrize(("begin", "end"), SPELLINGS)
def test_a_misspelt_region_beside_a_good_one_is_refused(tmp_path, begin, end):
    """The good one satisfies the count, so the other one must be found by itself."""
    second = REGION.replace(BEGIN, begin).replace(END, end)
    with pytest.raises(transform.SourceError, match=r"00_topic\.py:\d+: "):
        read(tmp_path, EXERCISE.replace(REGION, REGION + second))


@pytest.mark.parametrize(
    "divider", ["# %%", "    # %%", "#%%", "# In[3]:", "# <codecell>", "    # %% step 2", "# %% x"]
)
def test_a_region_does_not_run_on_into_another_cell(tmp_path, divider):
    """jupytext knows more signs for a new cell than '# %%' at the start of a line."""
    text = EXERCISE.replace("    return 1", f"    x = 1\n{divider}\n    return 1")
    with pytest.raises(transform.SourceError):
        handed_out(tmp_path, text)
