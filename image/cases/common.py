"""What the cases share: how one is named, and what is done on a machine by its panel, its sticks and its disk."""
import pathlib
import shutil
import time

from machine import OUT, check, run, wait

TEST = OUT / "test"
CASES = {}
WELCOME = "请选择办理方式"


def case(function):
    """Its first line of documentation says what holds when it passes."""
    CASES[function.__name__.replace("_", "-")] = function
    return function


def fresh(name):
    folder = TEST / name
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def screen_shows(hall, *words, patience=120):
    """Waits until the screen shows one of the words; answers its rows."""
    def look():
        rows = hall.rows()
        return rows if any(word in row.replace(" ", "") for row in rows for word in words) else None

    return wait(look, f"{words} on the screen", patience, 0.5)


def touch_through(hall, *steps):
    """Each (title, word): waits for the screen with the title, then touches the word."""
    for title, word in steps:
        screen_shows(hall, title)
        # A finger that comes down while the screen changes is not meant for the new one.
        time.sleep(1)
        hall.ask(f"touch {word}")


def corner(hall, *words):
    """Opens the technician's corner with the card, touches these one after the other."""
    screen_shows(hall, WELCOME)
    hall.ask("place technician")
    for word in words:
        answer = hall.ask(f"touch {word}")
        check(answer[-1] == "DONE", f"{word}: " + "\n".join(answer))


def update(machine, hall, bundle):
    """Puts a stick with a bundle in, waits for the machine's word, and takes the stick out."""
    after = len(machine.text())
    path = bundle if isinstance(bundle, pathlib.Path) else OUT / f"kiosk-{bundle}.update"
    machine.put_stick_in(**{"kiosk_update": path})
    line = machine.expect(r"KIOSK update-(written|refused).*version.*", after).group().strip()
    machine.pull_stick_out()
    return line


def edit_disk(machine, change):
    """Changes the disk of a machine that is off, as raw bytes."""
    raw = machine.folder / "disk.raw"
    run("qemu-img", "convert", "-O", "raw", str(machine.disk), str(raw))
    with open(raw, "r+b") as disk:
        change(disk)
    machine.disk.unlink()
    run("qemu-img", "convert", "-O", "qcow2", str(raw), str(machine.disk))
    raw.unlink()
