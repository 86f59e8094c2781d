"""Put a file into a wheel that is built already, so that pip still takes it."""

import base64
import hashlib
import io
import zipfile

__all__ = ["with_file"]


def with_file(wheel: bytes, path: str, content: bytes) -> bytes:
    """Return a wheel with one file more, which its RECORD lists like the others."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(wheel)) as old, zipfile.ZipFile(made, "w") as new:
        for info in old.infolist():
            held = old.read(info)
            if info.filename.endswith(".dist-info/RECORD"):
                held += _line(path, content).encode()
            new.writestr(info, held)
        new.writestr(zipfile.ZipInfo(path, old.infolist()[0].date_time), content)
    return made.getvalue()


def _line(path: str, content: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    return f"{path},sha256={digest},{len(content)}\n"
