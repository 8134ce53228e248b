"""What a technician does at a machine: site files, the screen of the machine, the factory reset."""
import json
import time

from hall import PROGRAMS, Hall
from machine import OUT, PATIENCE, Machine, check, run

from .common import WELCOME, case, corner, fresh, screen_shows, update


@case
def site_file():
    """A new site file by which the store is not reached is taken back; one that was changed after signing is refused."""
    folder = fresh("site-file")
    with Hall(folder) as hall, Machine(folder) as machine:
        machine.start(direct="1.0.0", store=hall.store, printer=hall.printer, site=hall.site)
        print("   ", machine.expect(r"KIOSK site-good 1 .*\n").group().strip(), flush=True)

        def nowhere(settings):
            settings["store"]["url"] = settings["store"]["url"].replace(":8443", ":9443")

        wrong = hall.provision(2, edit=nowhere)
        machine.put_stick_in(**{"kiosk-site_p7m": wrong})
        time.sleep(20)
        machine.pull_stick_out()
        after = len(machine.text())
        machine.command("system_reset")
        print("   ", machine.expect(r"KIOSK welcome .*\n", after).group().strip(), flush=True)
        # Ten minutes are its time.
        line = machine.expect(r"KIOSK site-taken-back 2 to 1 .*\n", after, patience=1800).group().strip()
        print("   ", line, flush=True)
        after = machine.text().index("site-taken-back")
        print("   ", machine.expect(r"KIOSK welcome .*\n", after).group().strip(), flush=True)
        corner(hall, "整机")
        screen_shows(hall, "takenback")
        machine.picture("taken-back")
        changed = bytearray(hall.provision(3).read_bytes())
        changed[len(changed) // 2] ^= 1
        (folder / "changed.p7m").write_bytes(changed)
        machine.put_stick_in(**{"kiosk-site_p7m": folder / "changed.p7m"})
        time.sleep(20)
        hall.ask("touch 刷新")
        screen_shows(hall, "notsigned")
        machine.picture("changed")


@case
def technician():
    """By the technician's card: support bundle to a stick and to the store, restart into an update, roll back."""
    folder = fresh("technician")
    key = ["--certificate", str(OUT / "keys/site.crt"), "--key", str(OUT / "keys/site.key")]
    with Hall(folder) as hall, Machine(folder) as machine:
        machine.start(store=hall.store, printer=hall.printer, site=hall.site)
        print("   ", machine.expect(r"KIOSK welcome .*\n").group().strip(), flush=True)
        stick = machine.put_stick_in(writable=True)
        corner(hall, "整机", "支持包存到", "支持包存到")
        screen_shows(hall, "支持包已写入")
        machine.picture("on-stick")
        machine.pull_stick_out()
        run("mcopy", "-i", str(stick), "::kiosk-support-*", str(folder))
        bundle = next(folder.glob("kiosk-support-*"))
        text = run(str(PROGRAMS / "kiosk"), "machine", "open-support", str(bundle), *key)
        check('"version" : "1.0.0"' in text and "==> /var/lib/kiosk/log/kiosk.log <==" in text, text[:2000])
        print(f"    on the stick: {bundle.stat().st_size} bytes, opened {len(text)}", flush=True)
        for word in ("支持包送", "支持包送"):
            hall.ask(f"touch {word}")
        screen_shows(hall, "已送到业务系统")
        hall.ask("remove")
        update(machine, hall, "1.1.0")
        corner(hall, "整机", "重新启动", "重新启动")
        line = machine.expect(r"KIOSK update-committed .*").group().strip()
        print("   ", line, flush=True)
        hall.ask("remove")
        corner(hall, "整机", "退回上一版本")
        machine.picture("roll-back")
        hall.ask("touch 退回上一版本")
        line = machine.expect(r"KIOSK update-rolled-back .*").group().strip()
        print("   ", line, flush=True)
        check("version=1.0.0" in line, line)


@case
def factory_reset():
    """After a factory reset the machine knows nothing of what it was: another disk, another key, and it has to enrol anew."""
    folder = fresh("factory-reset")
    with Hall(folder) as hall, Machine(folder) as machine:
        machine.start(direct="1.0.0", store=hall.store, printer=hall.printer, site=hall.site)
        print("   ", machine.expect(r"KIOSK site-good 1 .*\n").group().strip(), flush=True)
        machine.cut()
        before = volume_key(machine)
        machine.start(direct="1.0.0", store=hall.store, printer=hall.printer, site=hall.site)
        machine.expect(r"KIOSK welcome .*\n")
        corner(hall, "整机", "恢复出厂")
        machine.picture("question")
        hall.ask("touch 恢复出厂")
        # Its one-use code is used up.
        screen_shows(hall, "A-05", patience=PATIENCE)
        screen_shows(hall, "登记码已被使用")
        machine.picture("reset")
        hall.ask("remove")
        machine.cut()
        check(volume_key(machine) != before, "the encrypted disk is the same")
        machine.start(direct="1.0.0", store=hall.store, printer=hall.printer, site=hall.provision(2))
        print("   ", machine.expect(r"KIOSK site-good 2 .*\n").group().strip(), flush=True)
        screen_shows(hall, WELCOME)


def volume_key(machine):
    """Digest of the key under which /var lies, from the LUKS2 header of a machine that is off."""
    raw = machine.folder / "disk.raw"
    run("qemu-img", "convert", "-O", "raw", str(machine.disk), str(raw))
    table = json.loads(run("/usr/sbin/sfdisk", "--json", str(raw)))["partitiontable"]
    start = next(part["start"] * 512 for part in table["partitions"] if part.get("name") == "kiosk-var")
    with open(raw, "rb") as disk:
        disk.seek(start)
        header = disk.read(1 << 14)
    raw.unlink()
    check(header.startswith(b"LUKS\xba\xbe"), "no LUKS header where /var lies")
    return json.loads(header[4096:].split(b"\0")[0])["digests"]["0"]["digest"]
