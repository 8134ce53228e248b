"""The image, and how it comes up."""
import shutil
import subprocess
import time

from hall import Hall
from machine import PATIENCE, TOP, Machine, check, run

from .common import WELCOME, case, fresh, screen_shows


@case
def same_bytes():
    """Built twice from the same input, disk, bundle and lists are the same to the last byte."""
    folder = fresh("same-bytes")
    kiosk = TOP / ".build/release-bench/release/kiosk"
    for number in (1, 2):
        run("image/build", "--quick", "--version", "9.0.0", "--out", str(folder / str(number)), "--kiosk", str(kiosk), cwd=TOP)
    for ending in ("img", "update", "spdx.json", "packages"):
        name = f"kiosk-9.0.0.{ending}"
        check(subprocess.run(["cmp", str(folder / "1" / name), str(folder / "2" / name)]).returncode == 0, f"{name} differs")
    shutil.rmtree(folder)


@case
def firmware():
    """A new machine enrols the keys by itself and comes up under Secure Boot; the next start opens the disk again."""
    folder = fresh("firmware")
    with Hall(folder) as hall, Machine(folder) as machine:
        for start in (1, 2):
            machine.start(store=hall.store, printer=hall.printer, site=hall.site if start == 1 else None)
            line = machine.expect(r"KIOSK .*").group().strip()
            print("   ", line, f"{time.monotonic() - machine.started:.0f} s", flush=True)
            check("welcome" in line, line)
            screen_shows(hall, WELCOME)
            machine.picture(f"start-{start}")
            check(("Enrolling secure boot keys" in machine.text()) == (start == 1), "keys were enrolled at the wrong start")
            machine.cut()


@case
def pictures():
    """The welcome on a standing and on a lying panel, and with larger letters by the site's setting."""
    folder = fresh("pictures")
    for name, panel, change in (
            ("portrait", (1080, 1920), None), ("landscape", (1920, 1080), None),
            ("landscape-larger", (1920, 1080), lambda settings: settings["display"].update(rowHeight=45))):
        place = folder / name
        with Hall(place, panel=panel) as hall, Machine(place, panel=panel) as machine:
            site = hall.provision(2, edit=change)
            machine.start(direct="1.0.0", store=hall.store, printer=hall.printer, site=site)
            machine.expect(r"KIOSK welcome .*")
            if change:
                time.sleep(15)
            else:
                screen_shows(hall, WELCOME, patience=PATIENCE)
            print("   ", machine.picture(name), flush=True)
