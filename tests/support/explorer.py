"""An explorer without a browser: what it packs, and how one talks to it."""

import json

import numpy as np

from gmm_helpers.explorer import widget


def unpacked(block):
    """Read a block by its description alone: length, head, arrays."""
    length = int.from_bytes(block[:4], "little")
    head = json.loads(block[4 : 4 + length])
    arrays = {
        name: np.frombuffer(
            block, f"<{about['dtype']}", int(np.prod(about["shape"])), 4 + length + about["offset"]
        ).reshape(about["shape"])
        for name, about in head["arrays"].items()
    }
    return head["words"], arrays


class Conversation:
    """What a browser asks an explorer, and what comes back."""

    def __init__(self, explorer, monkeypatch):
        self.explorer, self.sent, self.monkeypatch = explorer, [], monkeypatch
        monkeypatch.setattr(
            type(explorer), "send", lambda _, content, buffers: self.sent.append((content, buffers))
        )

    def ask(self, what="run", **changes):
        self.sent.clear()
        config = {name: getattr(self.explorer, name) for name in widget.SHARED} | changes
        content = {
            "client": "one",
            "request": 1,
            "config": json.loads(json.dumps(config)),
            "what": what,
        }
        self.explorer._handle_custom_msg(content, [])
        ((answer, buffers),) = self.sent
        assert answer == {"client": "one", "request": 1}
        return unpacked(buffers[0])
