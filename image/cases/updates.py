"""Another version: by a stick, from the store, as patches, wrong ones, and under power cuts."""
import subprocess
import time

from cuts import look_at_cuts
from hall import Hall
from machine import OUT, TOP, Machine, check, run

from .common import WELCOME, case, fresh, screen_shows, update


@case
def updates():
    """A bundle is written to the other slot and committed; an older, an expired, a foreign and a damaged one are refused."""
    folder = fresh("updates")
    with Hall(folder) as hall, Machine(folder) as machine:
        machine.start(store=hall.store, printer=hall.printer, site=hall.site)
        print("   ", machine.expect(r"KIOSK welcome .*").group().strip(), flush=True)
        check("update-written" in update(machine, hall, "1.1.0"), "1.1.0 was not written")
        restart_into_new(machine)
        for bundle, word in (("1.0.0", "not-newer"), ("1.3.0", "expired"), (foreign(), "signature"), (damaged(), "damaged")):
            line = update(machine, hall, bundle)
            print("   ", line, flush=True)
            check(f"update-refused {word}" in line, f"expected {word}")


def restart_into_new(machine):
    """1.1.0 starts from the other slot, and is committed."""
    machine.command("system_reset")
    line = machine.expect(r"KIOSK update-committed .*").group().strip()
    print("   ", line, flush=True)
    check("version=1.1.0 slot=b" in line, line)


def foreign():
    """1.2.0, signed by somebody else."""
    folder = fresh("foreign")
    folder.mkdir(parents=True)
    run("tar", "-xf", str(OUT / "kiosk-1.2.0.update"), "-C", str(folder))
    run("openssl", "req", "-x509", "-newkey", "rsa:2048", "-noenc", "-days", "9", "-subj", "/CN=Test kiosk update",
        "-keyout", str(folder / "key"), "-out", str(folder / "certificate"), stderr=subprocess.DEVNULL)
    run("openssl", "cms", "-sign", "-binary", "-noattr", "-outform", "DER", "-in", str(folder / "manifest"), "-signer",
        str(folder / "certificate"), "-inkey", str(folder / "key"), "-out", str(folder / "manifest.p7s"))
    return pack(folder)


def damaged():
    """1.2.0 with another byte in its root file system."""
    folder = fresh("damaged")
    folder.mkdir(parents=True)
    run("tar", "-xf", str(OUT / "kiosk-1.2.0.update"), "-C", str(folder))
    with open(folder / "root.sqfs", "r+b") as root:
        root.seek(12345)
        root.write(b"!")
    return pack(folder)


def pack(folder):
    bundle = folder / "bundle"
    run("tar", "-C", str(folder), "--format=ustar", "-cf", str(bundle), "manifest", "manifest.p7s", "kiosk.efi",
        "root.verity", "root.sqfs")
    return bundle


@case
def small_update():
    """Patches over the running version are undone into the other slot, and the new version is committed; patches over another
    version are refused in words."""
    folder = fresh("small-update")
    with Hall(folder) as hall, Machine(folder) as machine:
        machine.start(store=hall.store, printer=hall.printer, site=hall.site)
        print("   ", machine.expect(r"KIOSK welcome .*").group().strip(), flush=True)
        bundle = OUT / "kiosk-1.1.0.from-1.0.0.update"
        other = renamed_patches()
        started = time.monotonic()
        line = update(machine, hall, bundle)
        print("   ", line, f"{bundle.stat().st_size / 1e6:.1f} MB, {time.monotonic() - started:.0f} s", flush=True)
        check("update-written" in line, "1.1.0 was not written")
        restart_into_new(machine)
        line = update(machine, hall, other)
        print("   ", line, flush=True)
        check("update-refused other-base" in line, "patches over 1.0.0 were taken by 1.1.0")


def renamed_patches():
    """1.1.0 under the name of 1.4.0, as patches over 1.0.0."""
    folder = fresh("renamed")
    folder.mkdir(parents=True)
    for part in ("root.sqfs", "root.verity", "kiosk.efi", "facts"):
        for version, source in (("1.0.0", "1.0.0"), ("1.4.0", "1.1.0")):
            (folder / f"kiosk-{version}.{part}").hardlink_to(OUT / f"kiosk-{source}.{part}")
    run("image/delta", "1.0.0", "1.4.0", "--out", str(folder), cwd=TOP)
    return folder / "kiosk-1.4.0.from-1.0.0.update"


@case
def store_update():
    """A machine that has enrolled by its code is offered 1.1.0 by the store, as patches if there are any, fetches it, and
    commits it."""
    folder = fresh("store-update")
    with Hall(folder) as hall, Machine(folder) as machine:
        for bundle in ["kiosk-1.1.0.update", "kiosk-1.1.0.from-1.0.0.update"]:
            if (OUT / bundle).exists():
                check(hall.ask(f"offer 1.1.0 {OUT}/{bundle}")[-1] == "DONE", f"the store did not take {bundle}")
        machine.start(store=hall.store, printer=hall.printer, site=hall.site)
        print("   ", machine.expect(r"KIOSK welcome .*").group().strip(), flush=True)
        screen_shows(hall, WELCOME)
        began = time.monotonic()
        line = machine.expect(r"KIOSK update-(written|refused).*version.*", patience=2400).group().strip()
        print("   ", line, f"after {time.monotonic() - began:.0f} s", flush=True)
        check("update-written 1.1.0" in line, line)
        restart_into_new(machine)


@case
def bad_update():
    """A version whose program ends at once has three trials; then the old one is back, and does not take it again."""
    folder = fresh("bad-update")
    with Hall(folder) as hall, Machine(folder) as machine:
        machine.start(store=hall.store, printer=hall.printer, site=hall.site)
        machine.expect(r"KIOSK welcome .*")
        check("update-written" in update(machine, hall, "1.2.0"), "1.2.0 was not written")
        machine.command("system_reset")
        line = machine.expect(r"KIOSK update-rolled-back .*", patience=3000).group().strip()
        print("   ", line, flush=True)
        check("version=1.0.0 slot=a" in line, line)
        line = update(machine, hall, "1.2.0")
        print("   ", line, flush=True)
        check("update-refused failed-before" in line, "a version that failed was taken again")


@case
def update_power_cuts(count=200):
    """A real update is recorded write by write; at 200 points of it and more a power cut leaves the old or the new version,
    whole, and never a mixture: by the partition table, the boot partition, signatures and every block of the slots. At
    as many it is started, and comes to the welcome."""
    cuts_of_update("update-power-cuts", "1.1.0", count)


@case
def small_update_power_cuts(count=200):
    """The same with an update of patches over the running version."""
    cuts_of_update("small-update-power-cuts", OUT / "kiosk-1.1.0.from-1.0.0.update", count)


def cuts_of_update(name, bundle, count=200):
    """Records a real update with its trial and its commit, then cuts the power at `count` points of it or more; `count` of
    what is left are started."""
    folder = fresh(name)
    with Hall(folder) as hall, Machine(folder) as machine:
        machine.start(store=hall.store, printer=hall.printer, site=hall.site)
        machine.expect(r"KIOSK welcome .*")
        machine.cut()
        run("qemu-img", "convert", "-O", "raw", str(machine.disk), str(folder / "before.raw"))
        machine.start(store=hall.store, printer=hall.printer, record=True)
        machine.expect(r"KIOSK welcome .*")
        line = update(machine, hall, bundle)
        print("   ", line, flush=True)
        check("update-written" in line, "the update was not written")
        machine.command("system_reset")
        print("   ", machine.expect(r"KIOSK update-committed .*").group().strip(), flush=True)
        time.sleep(5)
        machine.cut()
        look_at_cuts(folder, count)
