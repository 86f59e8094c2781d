"""A file that is put into a wheel afterwards is one of its files for pip, too."""

import base64
import hashlib
import importlib
import io
import zipfile

from support import notebook_tools  # which puts tools/ on the path

assert notebook_tools.ROOT
with_file = importlib.import_module("handout.wheels").with_file


def wheel_of(files):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return made.getvalue()


def test_the_file_is_there_and_recorded():
    given = wheel_of({"a/b.py": "x = 1\n", "a-1.dist-info/RECORD": "a/b.py,,\n"})
    digest = base64.urlsafe_b64encode(hashlib.sha256(b"y").digest()).decode().rstrip("=")
    with zipfile.ZipFile(io.BytesIO(with_file(given, "a/c.toml", b"y"))) as made:
        assert made.namelist() == ["a/b.py", "a-1.dist-info/RECORD", "a/c.toml"]
        assert made.read("a/c.toml") == b"y"
        record = made.read("a-1.dist-info/RECORD").decode()
        assert record == f"a/b.py,,\na/c.toml,sha256={digest},1\n"
