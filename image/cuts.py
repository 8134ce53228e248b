"""An update under power cuts: of a recorded update each cut is made on a disk, what it left is looked at block by block, and
the machine is started with it."""
import hashlib
import os
import random
import shutil
import subprocess
import threading
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from machine import OUT, Machine, Trouble, check, partition, run
from writes import Disk, Writes, copy_sparse, partitions, points


def look_at_cuts(folder, count):
    """Cuts the update that was recorded in `folder` (`writes`, the disk `before.raw`, TPM and variables as they were after it) at
    `count` points or more, and starts what `count` of them leave: every second of these first, then the others, so that who
    cannot wait has seen the whole of the update."""
    cuts = Cuts(folder, count)
    chance = random.Random(20260104)
    # All those in the middle of writes, and of those at a flush as many as are left, from everywhere.
    torn_first = sorted(range(len(cuts.points)), key=lambda number: (not cuts.is_torn(number), chance.random()))
    started = sorted(torn_first[:count])
    remains, seen, faults = Remains(folder, cuts.size), Counter(), Counter()
    print(f"    {len(cuts.writes.entries)} writes, {len(cuts.writes.flushes())} flushes, {len(cuts.points)} cuts", flush=True)
    with Starts(folder) as starts:
        for turn in (0, 1):
            for number, disk, written in cuts.made():
                if turn == 0:
                    try:
                        entries, found = remains.look(disk, written)
                    except Trouble as trouble:
                        raise Trouble(f"cut {number} (durable, end: {cuts.points[number]}): {trouble}")
                    seen[tuple(entries)] += 1
                    faults.update(found)
                if number in started[turn::2]:
                    starts.add(cuts.disk, f"cut-{number}")
            if turn == 0:
                print(f"    {sum(seen.values())} looked at, none mixed", flush=True)
    for entries, times in seen.items():
        print(f"    {times} times {', '.join(entries)}")
    # What it says of every boot partition, a sound one too, comes last.
    for fault, times in reversed(faults.most_common()[-12:]):
        print(f"    fsck.vfat, {times} times: {fault.strip()}")
    for came, times in Counter(starts.came).items():
        print(f"    {times} times {came}")
    check(len(starts.came) == len(started), f"{len(starts.came)} of {len(started)} came to the welcome")
    print(f"    {len(cuts.points)} cuts, none mixed; {len(starts.came)} of them started to the welcome", flush=True)


class Cuts:
    """The power cuts of a recorded update. What each leaves is the same every time it is made."""

    def __init__(self, folder, count):
        self.before, self.disk = folder / "before.raw", folder / "cut.raw"
        self.size = self.before.stat().st_size
        self.writes = Writes(folder / "writes")
        esp, table = partition(1), (0, 1 << 20)
        tender = [(esp[0], sum(esp)), table, (self.size - (1 << 20), self.size)]
        # [(durable, end)]
        self.points = points(self.writes, count, random.Random(20260103), tender)

    def is_torn(self, number):
        """In the middle of writes, not at a flush."""
        durable, end = self.points[number]
        return durable < end

    def made(self):
        """Makes one after the other; yields its number, the disk, and a function that says what was written to some places: equal
        when nothing was in between."""
        run("cp", "--sparse=always", str(self.before), str(self.disk))
        disk = Disk(self.disk, self.writes)
        for number, (durable, end) in enumerate(self.points):
            disk.forward(durable)
            lost = disk.cut(end, random.Random(number))

            def written(places, durable=durable, lost=lost):
                inside = lambda at: any(low <= at < low + length for low, length in places)  # noqa: E731
                return (sum(inside(entry.start) for entry in self.writes.entries[:durable]),
                        hash(tuple(piece for piece in lost if inside(piece[0]))))

            yield number, disk, written
            disk.take_back(lost)


class Remains:
    """What a power cut left on the disk of a machine, looked at without starting it."""

    def __init__(self, folder, size):
        self.folder, self.size = folder, size
        # {SHA-256 of a kernel image: its root hash, or None when it is not signed}; {root hash: what its slots held last}
        self.images, self.slots = {}, {}
        # {root hash: bytes of its file system and of its tree}
        self.known = {}
        for version in ("1.0.0", "1.1.0"):
            facts = dict(line.split("=", 1) for line in (OUT / f"kiosk-{version}.facts").read_text().splitlines())
            self.known[facts["roothash"]] = [
                (OUT / f"kiosk-{version}.{part}").stat().st_size for part in ("root.sqfs", "root.verity")]

    def look(self, disk, written):
        """Checks all that may not be mixed; answers the entries of the boot partition, or raises Trouble."""
        table = partitions(disk, self.size)
        check(len(table) == 6, f"the partition table names {len(table)} partitions")
        esp = self.folder / "esp"
        copy_sparse(disk.file, *partition(1), esp)
        sound = subprocess.run(["/sbin/fsck.vfat", "-n", str(esp)], stdout=subprocess.PIPE, text=True)
        faults = [line for line in sound.stdout.splitlines()[1:] if "files," not in line]
        entries = {}
        for name in run("mdir", "-b", "-i", str(esp), "::EFI/Linux").split():
            name = name.removeprefix("::/EFI/Linux/")
            content = subprocess.run(["mcopy", "-n", "-i", str(esp), f"::EFI/Linux/{name}", "-"], check=True,
                                     stdout=subprocess.PIPE).stdout
            if content[:2] == b"MZ":
                entries[name] = self.root_hash(content, name)
        for name, root in entries.items():
            halves = ["-".join((half[:8], half[8:12], half[12:16], half[16:20], half[20:])) for half in (root[:32], root[32:])]
            check(all(half in table for half in halves), f"{name} finds no slot")
            self.verify(disk, name, root, [table[half] for half in halves], written)
        check(any(name.startswith("kiosk_1.0.0") for name in entries), f"the old version is gone: {sorted(entries)}")
        return sorted(entries), faults

    def root_hash(self, content, name):
        """Of a kernel image that is whole and signed."""
        digest = hashlib.sha256(content).hexdigest()
        if digest not in self.images:
            image = self.folder / "image.efi"
            image.write_bytes(content)
            signed = subprocess.run(["sbverify", "--cert", str(OUT / "keys/db.crt"), str(image)], stdout=subprocess.DEVNULL,
                                    stderr=subprocess.DEVNULL).returncode == 0
            run("objcopy", "-O", "binary", "--only-section=.cmdline", str(image), str(self.folder / "cmdline"))
            words = (self.folder / "cmdline").read_text().rstrip("\0").split()
            self.images[digest] = [word[9:] for word in words if word.startswith("roothash=")][0] if signed else None
        check(self.images[digest], f"{name} is there and not whole")
        return self.images[digest]

    def verify(self, disk, name, root, places, written):
        """dm-verity over every block of the slot, unless nothing was written to it since the last time."""
        if self.slots.get(root) == written(places):
            return
        for part, (offset, _), count in zip(("data", "hashes"), places, self.known[root]):
            copy_sparse(disk.file, offset, count, self.folder / part)
        done = subprocess.run(["/sbin/veritysetup", "verify", str(self.folder / "data"), str(self.folder / "hashes"), root],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        check(done.returncode == 0, f"the slot of {name} is mixed: {done.stdout}")
        self.slots[root] = written(places)


class Starts:
    """Starts what power cuts left, by firmware and boot loader, on as many machines of one processor as this one has
    processors. The disks of those that did not come to the welcome, which is said at once, are kept."""

    def __init__(self, folder):
        self.folder = folder / "starts"
        # Appended to by several threads.
        self.came = []
        width = os.cpu_count()
        self.free = threading.Semaphore(width)
        self.workers = ThreadPoolExecutor(width)

    def add(self, raw, name):
        """What is on the raw disk, with the TPM and the firmware's variables as they were at last, on a copy of them all."""
        self.free.acquire()
        place = self.folder / name
        place.mkdir(parents=True)
        run("qemu-img", "convert", "-O", "qcow2", str(raw), str(place / "disk.qcow2"))
        shutil.copytree(self.folder.parent / "tpm", place / "tpm")
        shutil.copy(self.folder.parent / "variables.fd", place / "variables.fd")
        self.workers.submit(self.start, place)

    def start(self, place):
        try:
            with Machine(place, processors=1) as again:
                again.start(readers=False)
                line = again.expect(r"KIOSK (welcome|out-of-service).*\n").group()
            check("welcome" in line, line.strip())
            print(f"    {place.name}: {line.strip()}, {again.since_power_on():.0f} s", flush=True)
            self.came.append(" ".join(word for word in line.split() if word.startswith(("version=", "slot="))))
            shutil.rmtree(place)
        except (Trouble, Exception) as trouble:
            print(f"    {place.name}: {trouble}", flush=True)
        finally:
            self.free.release()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.workers.shutdown()


__all__ = ["look_at_cuts"]
