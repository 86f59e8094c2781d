"""Folders and zips with notebooks in them."""

import zipfile

NOTEBOOK = b'{"cells": []}'


def tree(root, *paths):
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(NOTEBOOK)
    return root


def zipped(path, *names, **contents):
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, b"" if name.endswith("/") else NOTEBOOK)
        for name, content in contents.items():
            archive.writestr(name, content)
    return path
