"""Firefox by the protocol that it speaks itself, WebDriver BiDi: no driver is needed."""

import itertools
import json
import re
import shutil
import subprocess
import time
from contextlib import contextmanager

FIREFOX = next(filter(None, map(shutil.which, ["firefox", "firefox-esr"])), "")
SECONDS = 60  # for Firefox to start, and for an answer
PREFERENCES = {
    "browser.download.folderList": 2,  # into the folder that is named
    "browser.download.alwaysOpenPanel": False,
    "browser.shell.checkDefaultBrowser": False,
    "app.update.auto": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.enabled": False,
}
# Keys as WebDriver names them.
KEYS = {
    "Tab": "\ue004",
    "ArrowRight": "\ue014",
    "Home": "\ue011",
    "End": "\ue010",
    "Escape": "\ue00c",
}


class Firefox:
    """One tab of Firefox; `errors` is what its pages complained about."""

    def __init__(self, socket, downloads):
        self.socket, self.downloads = socket, downloads
        self.numbers = itertools.count(1)
        self.errors = []
        self.send("session.new", capabilities={})
        self.send("session.subscribe", events=["log.entryAdded"])
        # In the first window the address has the focus, and not the page.
        self.tab = self.send("browsingContext.create", type="window")["context"]

    def send(self, method, **params):
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            heard = json.loads(self.socket.recv())
            if heard.get("method") == "log.entryAdded" and heard["params"]["level"] == "error":
                self.errors.append(heard["params"]["text"])
            if heard.get("id") == number:
                if heard["type"] == "error":
                    raise RuntimeError(f"{method}: {heard['message']}")
                return heard["result"]

    def open(self, address, width, height):
        viewport = {"width": width, "height": height}
        self.send("browsingContext.setViewport", context=self.tab, viewport=viewport)
        self.send("browsingContext.navigate", context=self.tab, url=address, wait="complete")

    def run(self, expression):
        """What a JavaScript expression is, by way of JSON."""
        answer = self.send(
            "script.evaluate",
            expression=f"(async () => JSON.stringify(await ({expression})))()",
            target={"context": self.tab},
            awaitPromise=True,
            userActivation=True,
        )
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"].get("value", "null"))

    def until(self, expression, seconds=SECONDS):
        deadline = time.monotonic() + seconds
        while not (found := self.run(expression)):
            assert time.monotonic() < deadline, f"in {seconds} seconds not: {expression}"
            time.sleep(0.05)
        return found

    def saved(self):
        """The names of the files that have been saved."""
        return {path.name for path in self.downloads.glob("*") if path.suffix != ".part"}

    def saved_after(self, before):
        """Wait for one more file, and until it is whole."""
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline:
            new = self.saved() - before
            if new and not list(self.downloads.glob("*.part")):
                path = self.downloads / new.pop()
                if path.stat().st_size:
                    return path
            time.sleep(0.1)
        raise AssertionError("nothing was saved")

    def press(self, *keys):
        steps = [
            {"type": kind, "value": KEYS.get(key, key)}
            for key in keys
            for kind in ("keyDown", "keyUp")
        ]
        self._act({"type": "key", "id": "keys", "actions": steps})

    def drag(self, x, y, by):
        """Drag from a place of the viewport, and do not let go."""
        moves = [{"type": "pointerMove", "x": round(x), "y": round(y)}]
        moves += [{"type": "pointerDown", "button": 0}]
        for part in (0.25, 0.5, 0.75, 1):
            place = {"x": round(x + part * by[0]), "y": round(y + part * by[1])}
            moves.append({"type": "pointerMove", "duration": 50, **place})
        self._act({"type": "pointer", "id": "mouse", "actions": moves})

    def let_go(self):
        steps = [{"type": "pointerUp", "button": 0}]
        self._act({"type": "pointer", "id": "mouse", "actions": steps})

    def _act(self, *actions):
        self.send("input.performActions", context=self.tab, actions=list(actions))


@contextmanager
def firefox(folder):
    """Start Firefox without a screen; what it keeps is in a folder."""
    from websocket import create_connection  # jupyter_server needs it, too

    downloads = folder / "downloads"
    (folder / "profile").mkdir(parents=True)
    preferences = PREFERENCES | {"browser.download.dir": str(downloads)}
    lines = [f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in preferences.items()]
    (folder / "profile" / "user.js").write_text("\n".join(lines), encoding="utf-8")
    options = ["--headless", "--no-remote", "--profile", str(folder / "profile")]
    log = folder / "log.txt"
    with log.open("w") as output:
        process = subprocess.Popen(
            [FIREFOX, *options, "--remote-debugging-port=0"], stdout=output, stderr=output
        )
    try:
        address = _address(process, log)
        socket = create_connection(f"{address}/session", timeout=SECONDS, suppress_origin=True)
        yield Firefox(socket, downloads)
        socket.close()
    finally:
        process.terminate()
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _address(process, log):
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        if found := re.search(r"BiDi listening on (ws://\S+)", log.read_text()):
            return found[1]
        time.sleep(0.1)
    raise RuntimeError(f"Firefox did not start:\n{log.read_text()}")
