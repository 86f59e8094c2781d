"""The socket between the grader and the first process of a jail, and the messages on it."""

from __future__ import annotations

import select
import socket
from collections.abc import Sequence

from ..runs import JailError

__all__ = ["KILL", "READY", "READY_SHARED", "RUN", "Control"]

# To the first process: start a worker (with its plan and the pipe for its reports); kill it.
RUN, KILL = b"run", b"kill"
# From it: it is ready, and whether each worker will have namespaces of its own. Besides these it
# only sends how a worker ended, as a number.
READY, READY_SHARED = b"ready", b"ready, shared"


class Control:
    """The grader's end of the socket; it is `broken` if nobody answers any more."""

    def __init__(self):
        self._socket, self.other_end = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.broken = False

    def receive(self, seconds: float) -> bytes:
        """The next message; b"" if the other side is gone or says nothing in time."""
        try:
            ready, _, _ = select.select([self._socket], [], [], seconds)
            return self._socket.recv(256) if ready else b""
        except (OSError, ValueError):
            return b""

    def send(self, message: bytes, fds: Sequence[int] = ()) -> None:
        """Send a message, and descriptors with it; raises `JailError` if the other side is gone."""
        try:
            socket.send_fds(self._socket, [message], list(fds))
        except OSError:
            self.broken = True
            raise JailError("the jail has ended") from None

    def close(self) -> None:
        """Hang up."""
        self.broken = True
        self._socket.close()
