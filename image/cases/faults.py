"""What a hall does to a machine: no network, a wrong clock, a full disk, a cleared TPM, damage, tampering."""
import socket
import struct
import subprocess
import threading
import time

from hall import Hall
from machine import PATIENCE, Machine, check, partition, run

from .common import WELCOME, case, edit_disk, fresh, screen_shows, touch_through, update


@case
def tpm_cleared():
    """With a TPM that was cleared the disk stays shut, and the screen says so."""
    folder = fresh("tpm-cleared")
    with Hall(folder) as hall, Machine(folder) as machine:
        machine.start(direct="1.0.0", store=hall.store, printer=hall.printer, site=hall.site)
        machine.expect(r"KIOSK welcome .*")
        machine.cut()
        machine.clear_tpm()
        machine.start(direct="1.0.0", store=hall.store, printer=hall.printer)
        print("   ", machine.expect(r"KIOSK out-of-service-sealed .*").group().strip())
        screen_shows(hall, "A-03")
        machine.picture("sealed")
        check("welcome" not in machine.text(), "a welcome without its data")


@case
def edited_kernel_image():
    """A kernel image with one changed letter in its command line is not started by the firmware."""
    folder = fresh("edited-kernel-image")
    with Hall(folder) as hall, Machine(folder) as machine:
        machine.start(store=hall.store, printer=hall.printer, site=hall.site)
        machine.expect(r"KIOSK welcome .*")
        machine.cut()
        edit_esp(machine, lambda data: data.replace(b"lockdown=integrity", b"lockdown=none     "))
        machine.start(store=hall.store, printer=hall.printer)
        machine.expect(r"(?i)(access denied|security violation|not authorized)")
        time.sleep(5)
        check("KIOSK" not in machine.text(), "an edited kernel image was started")
        machine.picture("refused")


def edit_esp(machine, change, version="1.0.0"):
    def edit(disk):
        offset, _ = partition(1)
        place = f"{disk.name}@@{offset}"
        local = machine.folder / "kernel.efi"
        local.unlink(missing_ok=True)
        name = f"::EFI/Linux/kiosk_{version}.efi"
        run("mcopy", "-i", place, name, str(local))
        local.write_bytes(change(local.read_bytes()))
        run("mcopy", "-o", "-i", place, str(local), name)

    edit_disk(machine, edit)


@case
def flipped_block():
    """One flipped block in the running root: the machine stops, and comes up with the other version."""
    folder = fresh("flipped-block")
    with Hall(folder) as hall, Machine(folder) as machine:
        machine.start(store=hall.store, printer=hall.printer, site=hall.site)
        machine.expect(r"KIOSK welcome .*")
        check("update-written" in update(machine, hall, "1.1.0"), "1.1.0 was not written")
        machine.command("system_reset")
        machine.expect(r"KIOSK update-committed version=1.1.0 .*")
        machine.cut()

        def flip(disk):
            offset, _ = partition(4)
            # The table of the file system and a stretch of its data: whatever is read first.
            for place in (offset + 96, offset + (1 << 20)):
                disk.seek(place)
                byte = disk.read(1)
                disk.seek(place)
                disk.write(bytes([byte[0] ^ 1]))

        # The version that went before is kept on the boot partition by the updater.
        edit_disk(machine, flip)
        machine.start(store=hall.store, printer=hall.printer)
        line = machine.expect(r"KIOSK welcome .*").group().strip()
        print("   ", line)
        check("version=1.0.0 slot=a" in line, line)


NETWORK_WELL, NETWORK_AWAY = "网络✓", "网络✕"


@case
def network_gone():
    """Without a network at the first start the machine says why it does not serve yet, and enrols when the store comes; at a
    later start the welcome is there and says that the network is away, until it is back."""
    folder = fresh("network-gone")
    with Hall(folder) as hall, Machine(folder) as machine, Relay(hall.store) as relay:
        reached = dict(direct="1.0.0", store=relay.port, printer=hall.printer)
        machine.start(site=hall.site, **reached)
        machine.expect(r"KIOSK welcome .*")
        rows = screen_shows(hall, "A-05")
        print("   ", next(row.strip() for row in rows if "A-05" in row), flush=True)
        machine.picture("not-enrolled")
        relay.open()
        screen_shows(hall, WELCOME, patience=PATIENCE)
        screen_shows(hall, NETWORK_WELL, patience=PATIENCE)
        machine.cut()
        relay.close()
        machine.start(**reached)
        machine.expect(r"KIOSK welcome .*")
        rows = screen_shows(hall, NETWORK_AWAY, patience=PATIENCE)
        check(any(WELCOME in row.replace(" ", "") for row in rows), "no welcome without a network")
        machine.picture("away")
        relay.open()
        screen_shows(hall, NETWORK_WELL, patience=PATIENCE)
        check(machine.text().count("KIOSK welcome") == 1, "the kiosk's program has started again")


class Relay:
    """A loopback port that leads to the store when it is open, and nowhere before: a cable that is pulled and plugged."""

    def __init__(self, store):
        self.store = store
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.process = None

    def open(self):
        self.process = subprocess.Popen(
            ["socat", f"TCP-LISTEN:{self.port},fork,reuseaddr,bind=127.0.0.1", f"TCP:127.0.0.1:{self.store}"])

    def close(self):
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()


@case
def clock_wrong():
    """A clock that is wrong by seven years: the machine starts, does not trust the store's certificate, says that the network
    is away; when a time server answers, it enrols and serves."""
    folder = fresh("clock-wrong")
    with Hall(folder) as hall, Machine(folder) as machine:
        site = hall.provision(2, edit_network=lambda network: network.update(ntp=["10.0.2.2"]))
        machine.start(direct="1.0.0", store=hall.store, printer=hall.printer, site=site, clock="2019-03-01T08:00:00",
                      restrict=False)
        machine.expect(r"KIOSK welcome .*")
        rows = screen_shows(hall, "A-05", NETWORK_AWAY, patience=PATIENCE)
        time.sleep(20)
        rows = hall.rows()
        machine.picture("wrong")
        print("   ", " | ".join(row.strip() for row in rows if row.strip())[:300], flush=True)
        check(not any(NETWORK_WELL in row.replace(" ", "") for row in rows), "a certificate of the future was trusted")
        with TimeServer():
            screen_shows(hall, NETWORK_WELL, patience=PATIENCE)
        machine.picture("right")
        check(machine.text().count("KIOSK welcome") == 1, "the kiosk's program has started again")


class TimeServer:
    """SNTP (RFC 4330) on this machine's loopback, which the emulated network calls 10.0.2.2."""

    def __enter__(self):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 123))
        threading.Thread(target=self.serve, daemon=True).start()
        return self

    def serve(self):
        while True:
            try:
                question, sender = self.socket.recvfrom(512)
            except OSError:
                return
            now = struct.pack(">II", int(time.time()) + 2208988800, int(time.time() % 1 * (1 << 32)))
            answer = bytes([0x24, 1, question[2], 0xEC]) + bytes(8) + b"LOCL" + now + question[40:48] + now + now
            self.socket.sendto(answer, sender)

    def __exit__(self, *_):
        self.socket.close()


@case
def disk_full():
    """With /var full to the last block the machine comes up, and who has filed sees it; so they do with room again, and it is
    there once. Needs 7.0.0, built with --trials."""
    folder = fresh("disk-full")
    with Hall(folder) as hall, Machine(folder, version="7.0.0") as machine:
        reached = dict(direct="7.0.0", store=hall.store, printer=hall.printer)

        def start(trial=""):
            machine.start(append=trial and f"kiosk.trial={trial}", **reached)
            if trial:
                print("   ", machine.expect(rf"KIOSK trial-{trial} .*").group().strip(), flush=True)
            return machine.expect(r"KIOSK (welcome|out-of-service).*").group().strip()

        reached["site"] = hall.site
        start()
        screen_shows(hall, WELCOME, patience=PATIENCE)
        answer = hall.ask(f"walk initial {folder}/walk")
        print("   ", answer[-1], flush=True)
        check(answer[-1].startswith("WALKED"), "\n".join(answer))
        machine.cut()
        del reached["site"]
        for trial in ("full", "room"):
            print("   ", start(trial), flush=True)
            screen_shows(hall, WELCOME, patience=PATIENCE)
            hall.ask("place identity")
            touch_through(hall, ("读卡之前", "同意并继续"), ("核对您的身份", "是我本人，继续"))
            rows = [row.replace(" ", "") for row in screen_shows(hall, "我的注册申请")]
            machine.picture(trial)
            print("   ", " | ".join(row for row in rows if row)[:200], flush=True)
            check(sum("已受理" in row for row in rows) == 1, "not one accepted application")
            hall.ask("remove")
            machine.cut()
