"""Nobody gets out of the kiosk, and nothing gets in; what hangs is started again."""
import hashlib
import random
import time

from hall import Hall
from machine import PATIENCE, Machine, check

from .common import WELCOME, case, fresh, screen_shows


@case
def keys():
    """No combination of keys leaves the kiosk: hundreds, and those that are known to lead out elsewhere."""
    folder = fresh("keys")
    names = (["ctrl", "alt", "shift", "meta_l", "sysrq", "delete", "tab", "esc", "ret", "backspace", "print", "pause",
              "insert", "home", "end", "pgup", "pgdn", "spc", "menu", "num_lock", "caps_lock"]
             + [f"f{n}" for n in range(1, 13)] + list("abcdefghijklmnopqrstuvwxyz0123456789"))
    known = [("ctrl", "alt", f"f{n}") for n in range(1, 13)] + [("alt", "left"), ("alt", "right")] + [
        ("ctrl", "alt", "delete")] * 8 + [("alt", "sysrq", key) for key in "beiklmorstu"] + [
        ("ctrl", "c"), ("ctrl", "z"), ("ctrl", "backslash"), ("ctrl", "d"), ("ctrl", "alt", "backspace")]
    chance = random.Random(20260101)
    fuzz = [tuple(chance.sample(names, chance.randint(1, 4))) for _ in range(500)]
    with Hall(folder) as hall, Machine(folder) as machine:
        machine.start(direct="1.0.0", store=hall.store, printer=hall.printer, site=hall.site)
        machine.expect(r"KIOSK welcome .*")
        screen_shows(hall, WELCOME)
        for combination in known + fuzz:
            machine.keys(*combination)
            time.sleep(0.02)
        time.sleep(5)
        rows = screen_shows(hall, WELCOME, "帮助", "Help", "Pleasechoose")
        (folder / "after.txt").write_text("\n".join(rows))
        machine.picture("after")
        check(machine.text().count("KIOSK welcome") == 1, "the machine or the kiosk has started again: " + machine.text())
        print(f"    {len(known)} known combinations, {len(fuzz)} random ones")


USB_REFUSED = {
    "a network card": dict(driver="usb-net", netdev="wire"),
    "a serial adapter": dict(driver="usb-serial", chardev="line", **{"always-plugged": True}),
    "a sound card": dict(driver="usb-audio", audiodev="sound"),
    "a camera's disk (MTP)": dict(driver="usb-mtp", rootdir="/usr/share/doc/adduser"),
    "an unlisted pen tablet": dict(driver="usb-wacom-tablet"),
}


@case
def usb():
    """What the site does not list, and what the kiosk has no use for, is not let in: a network card, a serial adapter, a sound
    card, a camera, a tablet. A stick is let in and nothing is written to it. The listed panel works."""
    folder = fresh("usb")
    with Hall(folder) as hall, Machine(folder) as machine:
        site = hall.provision(2, edit=lambda settings: settings.update(usb={"inputs": ["0627:0001"]}))
        reached = dict(direct="1.0.0", store=hall.store, printer=hall.printer)
        machine.start(site=site, **reached)
        machine.expect(r"KIOSK welcome .*")
        screen_shows(hall, WELCOME, patience=PATIENCE)
        machine.cut()
        # The kernel's words on the serial line say who was let in.
        machine.start(append="console=ttyS0 ignore_loglevel", extra=[
            "-netdev", "user,id=wire", "-chardev", "null,id=line", "-audiodev", "none,id=sound"], **reached)
        machine.expect(r"KIOSK welcome .*")
        screen_shows(hall, WELCOME, patience=PATIENCE)
        for name, device in USB_REFUSED.items():
            after = len(machine.text())
            machine.command("device_add", id="guest", bus="usb.0", **device)
            port = machine.expect(r"usb (\d-\d): New USB device found", after).group(1)
            time.sleep(10)
            check(f"usb {port}: authorized to connect" not in machine.text()[after:], f"{name} was let in")
            machine.command("device_del", id="guest")
            machine.expect(rf"usb {port}: USB disconnect", after)
            print(f"    {name} was not let in", flush=True)
        stick = machine.put_stick_in(writable=True)
        before = hashlib.sha256(stick.read_bytes()).hexdigest()
        machine.expect(r"usb-storage")
        machine.expect(r"Attached SCSI disk")
        time.sleep(20)
        machine.pull_stick_out()
        check(hashlib.sha256(stick.read_bytes()).hexdigest() == before, "something was written to the stick")
        print("    a stick was let in, and nothing was written to it", flush=True)
        # The finger is the listed device.
        hall.ask("touch 帮助")
        machine.picture("after")


@case
def watchdogs():
    """A loop that hangs is started again by systemd; when PID 1 gets no processor any more, the hardware's watchdog resets the
    machine. Needs 7.0.0, built with --trials."""
    folder = fresh("watchdogs")
    with Hall(folder) as hall, Machine(folder, version="7.0.0") as machine:
        reached = dict(direct="7.0.0", store=hall.store, printer=hall.printer)
        machine.start(site=hall.site, **reached)
        machine.expect(r"KIOSK welcome .*")
        screen_shows(hall, WELCOME, patience=PATIENCE)
        machine.cut()
        machine.start(append="kiosk.trial=hang", **reached)
        hangs = machine.expect(r"KIOSK trial-hang .*uptime=(\S+)")
        back = machine.expect(r"KIOSK trial-back .*uptime=(\S+)")
        screen_shows(hall, WELCOME, patience=PATIENCE)
        print(f"    the screen hung, and was back after {float(back.group(1)) - float(hangs.group(1)):.0f} s", flush=True)
        machine.cut()
        machine.start(append="kiosk.trial=hang-all", **reached)
        machine.expect(r"KIOSK trial-hang-all .*")
        began = time.monotonic()
        machine.event("WATCHDOG")
        print(f"    the hardware's watchdog came after {time.monotonic() - began:.0f} s", flush=True)
        machine.expect(r"KIOSK welcome .*", len(machine.text()))
