"""The hall around a machine in QEMU: store, printer and cards are `virtual-devices machine`; this is its other end."""
import json
import os
import pathlib
import subprocess

from machine import OUT, TOP, Trouble, run

PROGRAMS = TOP / ".build" / "release-bench" / "release"


class Hall:
    """Opens when it is made; `site` is a signed site file for the machine in `folder`."""

    def __init__(self, folder, panel=(1080, 1920)):
        self.folder = pathlib.Path(folder)
        environment = dict(os.environ, KIOSK_FONTS=str(TOP / ".build/fonts"),
                           KIOSK_CHINESE_INPUT=str(TOP / ".build/chinese-input"), SWIFT_BACKTRACE="enable=no")
        self.process = subprocess.Popen(
            [PROGRAMS / "virtual-devices", "machine", str(self.folder), "--panel", "{}x{}".format(*panel)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment)
        line = self.process.stdout.readline()
        if not line.startswith("HALL"):
            raise Trouble("image: the hall did not open")
        ports = dict(word.split("=") for word in line.split()[1:])
        self.store, self.printer = int(ports["store"]), int(ports["printer"])
        self.site = self.provision(1)

    def provision(self, version, days=30, keys=OUT / "keys", edit=None, edit_network=None):
        """A signed site file; `edit` changes its settings before, `edit_network` its network."""
        # Each file brings a code of its own: a machine that was reset enrols by it, one that is enrolled passes over it.
        self.ask("enrol")
        for change, name in ((edit, "site/kiosk.json"), (edit_network, "network.json")):
            if change:
                path = self.folder / "hall" / name
                content = json.loads(path.read_text())
                change(content)
                path.write_text(json.dumps(content))
        target = self.folder / f"site-{version}.p7m"
        run(str(PROGRAMS / "kiosk"), "provision", str(self.folder / "hall/site"), "--version", str(version),
            "--days", str(days), "--network", str(self.folder / "hall/network.json"),
            "--certificate", str(keys / "site.crt"), "--key", str(keys / "site.key"), "--output", str(target))
        return target

    def ask(self, line):
        """Answers the lines up to the last, which says how it went."""
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        lines = []
        while True:
            answer = self.process.stdout.readline()
            if not answer:
                raise Trouble(f"image: the hall is gone at {line!r}")
            lines.append(answer.rstrip("\n"))
            if answer.split(" ")[0].strip() in ("DONE", "WALKED", "FAILED"):
                return lines

    def rows(self):
        """The machine's screen, read from its pixels."""
        return self.ask("rows")[:-1]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        try:
            self.process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
