"""The appliance in QEMU: the disk, a TPM, firmware with Secure Boot, two readers, a panel, a network that reaches what
the caller names on this machine and nothing else. Without KVM: a node /dev/kvm may be there and not work."""
import functools
import json
import pathlib
import re
import shutil
import socket
import subprocess
import time

TOP = pathlib.Path(__file__).resolve().parent.parent
OUT = TOP / ".build" / "image"
# The firmware's code needs SSSE3; what more a CPU could do only makes its emulation slower.
CPU = "qemu64,+ssse3,+sse4.1,+sse4.2,+popcnt,+rdrand"
FIRMWARE = "/usr/share/OVMF/OVMF_CODE_4M.secboot.fd"
EMPTY_VARIABLES = "/usr/share/OVMF/OVMF_VARS_4M.fd"
# Reached by the machine under these addresses, on the caller's loopback ports.
STORE, PRINTER = "10.0.2.100", "10.0.2.101"
# A load of ten is usual on a shared machine; a quiet one needs a tenth of this.
PATIENCE = 600


@functools.cache
def threads():
    """One for each of the machine's processors, or one for all. Before 8.1 QEMU could keep a translation of code that the
    other processor was changing meanwhile; Linux does so at each start, and the machine then stood still, once in a few."""
    version = re.search(r"version (\d+)\.(\d+)", run("qemu-system-x86_64", "--version"))
    return "multi" if tuple(map(int, version.groups())) >= (8, 1) else "single"


class Trouble(SystemExit):
    """Says what did not happen, and ends the script."""


def check(condition, words):
    if not condition:
        raise Trouble(f"test-image: {words}")


def partition(number):
    """Offset and size in bytes, as image/make-disk lays them out."""
    starts = {1: (1, 256), 2: (257, 256), 3: (513, 16), 4: (529, 256), 5: (785, 16)}
    return tuple(value << 20 for value in starts[number])


def wait(condition, what, patience=PATIENCE, pause=0.1):
    end = time.monotonic() + patience
    while True:
        result = condition()
        if result:
            return result
        if time.monotonic() > end:
            raise Trouble(f"image: waited in vain for {what}")
        time.sleep(pause)


class Machine:
    """One machine with its disk and its TPM in `folder`; both outlive a start, as on a desk.

    folder: where everything of it lies
    image: the disk as the factory writes it; copied at the first start
    """

    def __init__(self, folder, image=None, version="1.0.0", size="4G", memory=2048, processors=2,
                 panel=(1080, 1920)):
        self.folder = pathlib.Path(folder)
        self.image = pathlib.Path(image or OUT / f"kiosk-{version}.img")
        self.version, self.size, self.memory, self.processors, self.panel = version, size, memory, processors, panel
        self.folder.mkdir(parents=True, exist_ok=True)
        self.disk = self.folder / "disk.qcow2"
        self.variables = self.folder / "variables.fd"
        self.serial = self.folder / "serial"
        self.process = self.tpm = None

    # Before the first start

    def furnish(self):
        if not self.disk.exists():
            run("qemu-img", "create", "-q", "-f", "qcow2", "-b", str(self.image), "-F", "raw", str(self.disk), self.size)
        if not self.variables.exists():
            shutil.copyfile(EMPTY_VARIABLES, self.variables)

    def clear_tpm(self):
        shutil.rmtree(self.folder / "tpm", ignore_errors=True)

    # Power

    def start(self, direct=None, store=None, printer=None, site=None, append="", extra=(), readers=True,
              record=False, clock=None, restrict=True):
        """Switches it on.

        direct: a version whose kernel is started without firmware and boot loader, or how its parts' paths begin
        store, printer: loopback ports that the machine reaches
        site: a signed site file, given as a credential of the firmware
        record: keeps every write to the disk, in order, in the file `writes` (image/writes.py)
        restrict: the machine reaches nothing but these; else also what the emulated network has
        clock: what the machine's clock says at power-on, `2019-01-01T00:00:00`; else the caller's
        """
        self.furnish()
        self.start_tpm()
        width, height = self.panel
        for name in ("qmp", "qmp2", "serial"):
            (self.folder / name).unlink(missing_ok=True)
        command = [
            "qemu-system-x86_64", "-accel", f"tcg,thread={threads()}", "-machine", "q35,smm=on", "-cpu", CPU,
            "-smp", str(self.processors), "-m", str(self.memory), "-nodefaults", "-display", "none",
            "-uuid", "5e1f5e1f-0000-4000-8000-000000000001",
            "-device", f"virtio-vga,xres={width},yres={height}",
            *self.drive(record),
            "-device", "virtio-blk-pci,drive=disk,serial=root,bootindex=1",
            "-chardev", f"socket,id=tpm,path={self.folder}/tpm.sock", "-tpmdev", "emulator,id=tpm0,chardev=tpm",
            "-device", "tpm-crb,tpmdev=tpm0", "-device", "virtio-rng-pci",
            "-device", "i6300esb", "-action", "watchdog=reset",
            "-device", "qemu-xhci,id=usb,p2=8,p3=4", "-device", "usb-tablet,bus=usb.0,port=1", "-device", "usb-kbd,bus=usb.0,port=2",
            "-serial", f"file:{self.serial}", "-qmp", f"unix:{self.folder}/qmp,server=on,wait=off",
            "-qmp", f"unix:{self.folder}/qmp2,server=on,wait=off",
            "-nic", self.network(store, printer, restrict),
        ]
        if readers:
            # Two of a kind: the port's number in their names tells one from the other.
            for name, port in (("identity", 3), ("enterprise", 4)):
                (self.folder / f"{name}.card").unlink(missing_ok=True)
                command += [
                    "-device", f"usb-ccid,id={name},bus=usb.0,port={port}",
                    "-chardev", f"socket,id={name}-card,path={self.folder}/{name}.card,server=on,wait=off",
                    "-device", f"ccid-card-passthru,bus={name}.0,chardev={name}-card"]
        if clock:
            command += ["-rtc", f"base={clock}"]
        if site:
            # A string of SMBIOS would do, were it not cut at 4 KB.
            command += ["-fw_cfg", f"name=opt/io.systemd.credentials/kiosk.site,file={site}"]
        if direct:
            parts = direct if isinstance(direct, pathlib.Path) else OUT / f"kiosk-{direct}"
            line = pathlib.Path(f"{parts}.cmdline").read_text() + " " + append
            command += ["-kernel", f"{parts}.vmlinuz", "-initrd", f"{parts}.initrd", "-append", line.strip()]
        else:
            command += [
                "-global", "driver=cfi.pflash01,property=secure,value=on",
                "-drive", f"if=pflash,format=raw,unit=0,readonly=on,file={FIRMWARE}",
                "-drive", f"if=pflash,format=raw,unit=1,file={self.variables}"]
        self.started = time.monotonic()
        self.stirred = False
        self.process = subprocess.Popen(command + list(extra), stdout=open(self.folder / "qemu.log", "w"),
                                        stderr=subprocess.STDOUT)
        self.connect()

    def drive(self, record):
        """The disk's options. Flushes reach the log of writes, and nothing under it waits for this machine's own disk."""
        if not record:
            return ["-drive", f"if=none,id=disk,file={self.disk},format=qcow2,discard=unmap,cache=unsafe"]
        log = self.folder / "writes"
        log.unlink(missing_ok=True)
        run("truncate", "-s", "16G", str(log))
        return [
            "-blockdev", f"driver=file,node-name=log,filename={log},cache.no-flush=on",
            "-blockdev", f"driver=qcow2,node-name=under,discard=unmap,cache.no-flush=on,file.driver=file,file.filename={self.disk}",
            "-blockdev", "driver=blklogwrites,node-name=disk,file=under,log=log,log-sector-size=512"]

    def put_stick_in(self, writable=False, **files):
        """A stick with these files (name, with _ for the dot: path); answers its image."""
        stick = self.folder / "stick.img"
        stick.unlink(missing_ok=True)
        run("truncate", "-s", "400M", str(stick))
        run("/sbin/mkfs.vfat", "-n", "STICK", str(stick))
        for name, path in files.items():
            run("mcopy", "-i", str(stick), str(path), "::" + name.replace("_", "."))
        self.command("blockdev-add", **{"driver": "raw", "node-name": "stick", "read-only": not writable,
                                        "file": {"driver": "file", "filename": str(stick)}})
        self.command("device_add", driver="usb-storage", id="stick", drive="stick", bus="usb.0")
        return stick

    def pull_stick_out(self):
        self.command("device_del", id="stick")
        # The guest lets go of it first.
        time.sleep(5)
        self.command("blockdev-del", **{"node-name": "stick"})

    def network(self, store, printer, restrict):
        line = f"user,model=virtio-net-pci,restrict={'on' if restrict else 'off'}"
        for address, inside, port in ((STORE, 8443, store), (PRINTER, 631, printer)):
            if port:
                line += f",guestfwd=tcp:{address}:{inside}-cmd:socat - TCP:127.0.0.1:{port}"
        return line

    def start_tpm(self):
        state = self.folder / "tpm"
        state.mkdir(exist_ok=True)
        (self.folder / "tpm.sock").unlink(missing_ok=True)
        self.tpm = subprocess.Popen(
            ["swtpm", "socket", "--tpm2", "--tpmstate", f"dir={state}", "--terminate",
             "--ctrl", f"type=unixio,path={self.folder}/tpm.sock"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait(lambda: (self.folder / "tpm.sock").exists(), "the TPM")

    def since_power_on(self):
        """Seconds."""
        return time.monotonic() - self.started

    def connect(self):
        control = self.folder / "qmp"

        def reached():
            if self.process.poll() is not None:
                raise Trouble("image: QEMU ended: " + (self.folder / "qemu.log").read_text()[-2000:])
            return control.exists()

        wait(reached, "QEMU's socket")
        self.connection = socket.socket(socket.AF_UNIX)
        self.connection.connect(str(control))
        self.lines = self.connection.makefile("rw")
        self.lines.readline()
        self.command("qmp_capabilities")

    def cut(self):
        """Pulls the plug."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None
        if self.tpm:
            try:
                self.tpm.wait(timeout=5)
            except subprocess.TimeoutExpired:
                self.tpm.kill()
                self.tpm.wait()
            self.tpm = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.cut()

    # What is seen and done from outside

    def command(self, name, **arguments):
        self.lines.write(json.dumps({"execute": name, "arguments": arguments}) + "\n")
        self.lines.flush()
        while True:
            answer = json.loads(self.lines.readline())
            if "error" in answer:
                raise Trouble(f"image: {name}: {answer['error']}")
            if "return" in answer:
                return answer["return"]

    def event(self, name, patience=PATIENCE):
        """Waits for what QEMU tells by itself."""
        self.connection.settimeout(patience)
        try:
            while json.loads(self.lines.readline()).get("event") != name:
                pass
        except TimeoutError:
            raise Trouble(f"image: waited in vain for the event {name}") from None
        finally:
            self.connection.settimeout(None)

    def text(self):
        return self.serial.read_text(errors="replace") if self.serial.exists() else ""

    def expect(self, pattern, after=0, patience=PATIENCE):
        """Waits for a line on the serial line; answers the match."""

        def look():
            if self.process.poll() is not None:
                raise Trouble(f"image: the machine ended before {pattern!r}:\n{self.text()[-3000:]}")
            self.stir()
            return re.compile(pattern).search(self.text(), after)

        try:
            return wait(look, f"{pattern!r}", patience)
        except Trouble as trouble:
            raise Trouble(f"{trouble}; the last lines were:\n{self.text()[-1500:]}\n{self.look_inside()}") from None

    def stir(self):
        """Resets a machine that stands still before it has read its root. Now and then the emulator loses the end of a timer's
        interrupt while Linux sets up its clocks (seen with 10.0: it stays in service, and the processor halts or spins).
        Later the machine's own watchdog would do this."""
        if self.stirred or self.since_power_on() < 90:
            return
        # A disk that is recorded has a node's name only.
        stats = next(disk for disk in self.command("query-blockstats")
                     if "disk" in (disk["device"], disk.get("node-name")))["stats"]
        # Firmware and boot loader read a kernel image; of the root nothing has been read yet.
        if stats["rd_bytes"] > 16_000_000:
            self.stirred = True
        elif stats.get("idle_time_ns", self.since_power_on() * 1e9) > 60e9:
            self.stirred = True
            print("    the emulator stood still, and was reset", flush=True)
            self.command("system_reset")

    def look_inside(self):
        """Leaves what the processors, the timers and the disk are doing in `inside.txt`, and the screen beside."""
        path = self.folder / "inside.txt"
        with open(path, "w") as file:
            for _ in range(3):
                for question in ("info registers -a", "info lapic 0", "info lapic 1", "info irq", "info blockstats"):
                    answer = self.command("human-monitor-command", **{"command-line": question})
                    file.write(f"# {time.strftime('%T')} {question}\n{answer}\n")
                time.sleep(3)
        return f"{path}, {self.picture('inside')}"

    def picture(self, name):
        path = self.folder / f"{name}.png"
        path.unlink(missing_ok=True)
        self.command("screendump", filename=str(path), format="png")
        return path

    def finger(self, x, y, down):
        """At a place of the panel in pixels; QMP's axes go to 32767."""
        width, height = self.panel
        self.command("input-send-event", events=[
            {"type": "abs", "data": {"axis": axis, "value": int((at + 0.5) * 32768 / size)}}
            for axis, at, size in (("x", x, width), ("y", y, height))])
        self.command("input-send-event", events=[{"type": "btn", "data": {"button": "left", "down": down}}])

    def keys(self, *names):
        self.command("send-key", keys=[{"type": "qcode", "data": name} for name in names])


def run(*command, **options):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, **options).stdout

