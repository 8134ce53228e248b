"""People at a machine: applicants, their papers, staff, and the plug that is pulled in between."""
import json
import random
import threading

from hall import Hall
from machine import PATIENCE, Machine, check, run

from .common import WELCOME, case, fresh, screen_shows, touch_through


@case
def walk():
    """Boots to welcome; a whole walk-in by the panel and the guest's pcscd ends in a sheet and a row in the store."""
    folder = fresh("walk")
    with Hall(folder) as hall, Machine(folder) as machine:
        machine.start(direct="1.0.0", store=hall.store, printer=hall.printer, site=hall.site)
        print("   ", machine.expect(r"KIOSK welcome .*").group().strip(), flush=True)
        screen_shows(hall, WELCOME)
        machine.picture("welcome")
        answer = hall.ask(f"walk initial {folder}/walk")
        print("   ", answer[-1])
        check(answer[-1].startswith("WALKED") and "sheets=1" in answer[-1], "\n".join(answer))


@case
def other_walks():
    """A renewal, a cancellation and staff's reprint on a machine, each in a hall of its own."""
    folder = fresh("other-walks")
    for flow in ("renewal", "cancellation", "staff"):
        place = folder / flow
        with Hall(place) as hall, Machine(place) as machine:
            machine.start(direct="1.0.0", store=hall.store, printer=hall.printer, site=hall.site)
            screen_shows(hall, WELCOME, patience=PATIENCE)
            answer = hall.ask(f"walk {flow} {place}/walk")
            print(f"    {flow}: {answer[-1]}", flush=True)
            check(answer[-1].startswith("WALKED"), "\n".join(answer))


@case
def paper_on_stick():
    """An applicant takes the sealed form along on a stick; the stick has that file and is not written to otherwise."""
    folder = fresh("paper-on-stick")
    with Hall(folder) as hall, Machine(folder) as machine:
        machine.start(direct="1.0.0", store=hall.store, printer=hall.printer, site=hall.site)
        screen_shows(hall, WELCOME, patience=PATIENCE)
        answer = hall.ask(f"walk initial {folder}/walk")
        check(answer[-1].startswith("WALKED"), "\n".join(answer))
        screen_shows(hall, WELCOME)
        stick = machine.put_stick_in(writable=True)
        hall.ask("place identity")
        touch_through(hall, ("读卡之前", "同意并继续"), ("核对您的身份", "是我本人，继续"), ("我的注册申请", "初始注册"),
                      ("申请详情", "带走申请表 PDF"), ("带走申请表", "U 盘"))
        screen_shows(hall, "已存好并核对")
        machine.picture("on-stick")
        machine.pull_stick_out()
        names = run("mdir", "-b", "-i", str(stick), "::").splitlines()
        check(names == ["::/注册申请表.pdf"], f"on the stick: {names}")
        paper = folder / "form.pdf"
        run("mcopy", "-n", "-i", str(stick), names[0], str(paper))
        sealed = folder / "walk/form.pdf"
        check(paper.read_bytes() == sealed.read_bytes(), "the file on the stick is not the sealed form of the store")
        print(f"    {names[0]}, {paper.stat().st_size} bytes, the sealed form of the store", flush=True)


@case
def power_cuts(count=50):
    """The plug is pulled at random moments of a walk-in; the person goes on from what is there, and nothing is lost or
    doubled: one application in the store, accepted, its notice printed once. When one is done, another machine and another
    hall take the cuts that are left, so that each falls into an open application. QEMU is killed, so what the guest has
    written without a flush survives, which a real disk may not promise."""
    folder = fresh("power-cuts")
    chance = random.Random(20260102)
    left, halls = count, 0
    while left:
        halls += 1
        place = folder / f"hall-{halls}"
        with Hall(place) as hall, Machine(place) as machine:
            left = cut_until_done(hall, machine, chance, left, place)


def cut_until_done(hall, machine, chance, left, place):
    """Pulls the plug at most `left` times, until the application is done; answers how many are left then."""
    while True:
        machine.start(direct="1.0.0", store=hall.store, printer=hall.printer, site=hall.site)
        machine.expect(r"KIOSK welcome .*")
        screen_shows(hall, WELCOME, patience=PATIENCE)
        seconds = chance.uniform(2, 20)
        cut = threading.Timer(seconds, machine.cut)
        if left:
            cut.start()
        answer = hall.ask(f"walk initial {place}/walk-{left}")
        cut.cancel()
        if left:
            cut.join()
        if answer[-1].startswith("WALKED"):
            summary = json.loads((place / f"walk-{left}" / "summary.json").read_text())
            print("   ", answer[-1], flush=True)
            check(summary["applications"] == 1, f"{summary['applications']} applications in the store")
            return left
        check(left, "\n".join(answer))
        check(machine.process is None, "\n".join(answer))
        left -= 1
        steps = [line.split() for line in answer if line.strip()[:1].isdigit()]
        print(f"    cut after {seconds:.0f} s, at {steps[-1][2] if steps else 'welcome'}", flush=True)
        hall.ask("remove")
