"""What a power cut may leave of a disk: all writes of a machine in the order in which they came (QEMU's blklogwrites keeps
them as Linux' dm-log-writes does), played back up to any of them. What was written before a flush is on the disk; of what
came after the last one any part may be missing, down to single sectors."""
import os
import struct
import zlib

SECTOR = 512
FLUSH, FUA, DISCARD = 1, 2, 4
MAGIC = 0x6A736677736872


class Entry:
    __slots__ = ("start", "length", "flags", "place")

    def __init__(self, start, length, flags, place):
        # Bytes of the disk, kind, and where in the log the content lies.
        self.start, self.length, self.flags, self.place = start, length, flags, place


class Writes:
    """The entries of a log."""

    def __init__(self, path):
        self.file = open(path, "rb")
        magic, version, count, sector = struct.unpack("<QQQI", self.file.read(28))
        if (magic, version, sector) != (MAGIC, 1, SECTOR):
            raise ValueError(f"{path} is no log of writes")
        self.entries = []
        at = SECTOR
        for _ in range(count):
            self.file.seek(at)
            place, sectors, flags, _ = struct.unpack("<QQQQ", self.file.read(32))
            self.entries.append(Entry(place * SECTOR, sectors * SECTOR, flags, at + SECTOR))
            at += SECTOR + (0 if flags & DISCARD else sectors * SECTOR)

    def content(self, entry):
        if entry.flags & DISCARD:
            return bytes(entry.length)
        self.file.seek(entry.place)
        return self.file.read(entry.length)

    def flushes(self):
        """Numbers of entries that are flushes: what is before them is on the disk."""
        return [number for number, entry in enumerate(self.entries) if entry.flags & FLUSH]


class Disk:
    """A raw disk that goes forward through the writes; what a cut leaves beyond the last flush is taken back afterwards."""

    def __init__(self, path, writes):
        self.file = open(path, "r+b", buffering=0)
        self.writes = writes
        self.done = 0

    def forward(self, number):
        """All entries before this number are there."""
        for entry in self.writes.entries[self.done:number]:
            self.write(entry.start, self.writes.content(entry))
        self.done = max(self.done, number)

    def write(self, at, content):
        # Holes stay holes: zeros of a discard are not written where there is nothing.
        self.file.seek(at)
        self.file.write(content)

    def cut(self, end, chance):
        """Of the entries from here to `end` some are there, some are not, some in part. Answers what undoes it."""
        undo = []
        for entry in self.writes.entries[self.done:end]:
            kind = 0 if entry.flags & FUA else chance.random()
            if entry.length == 0 or kind > 0.7:
                continue
            content = self.writes.content(entry)
            pieces = [(0, len(content))]
            if kind > 0.4 and len(content) > SECTOR:
                # Torn: some of its sectors.
                sectors = range(0, len(content), SECTOR)
                pieces = [(at, SECTOR) for at in sectors if chance.random() < 0.5]
            for at, length in pieces:
                self.file.seek(entry.start + at)
                undo.append((entry.start + at, self.file.read(length)))
                self.write(entry.start + at, content[at:at + length])
        return undo

    def take_back(self, undo):
        for at, content in reversed(undo):
            self.write(at, content)

    def read(self, at, length):
        self.file.seek(at)
        return self.file.read(length)


def partitions(disk, size):
    """{UUID: (offset, size)}, as the kernel with `gpt` on its command line sees them: the first table, or else its copy."""
    for place in (1, size // SECTOR - 1):
        header = disk.read(place * SECTOR, SECTOR)
        if header[:8] != b"EFI PART":
            continue
        length, checksum = struct.unpack_from("<I", header, 12)[0], struct.unpack_from("<I", header, 16)[0]
        if zlib.crc32(header[:16] + bytes(4) + header[20:length]) != checksum:
            continue
        first, count, each, checksum = struct.unpack_from("<QIII", header, 72)
        entries = disk.read(first * SECTOR, count * each)
        if zlib.crc32(entries) != checksum:
            continue
        found = {}
        for at in range(0, len(entries), each):
            kind, uuid = entries[at:at + 16], entries[at + 16:at + 32]
            if any(kind):
                start, end = struct.unpack_from("<QQ", entries, at + 32)
                a, b, c = struct.unpack_from("<IHH", uuid)
                name = f"{a:08x}-{b:04x}-{c:04x}-{uuid[8:10].hex()}-{uuid[10:].hex()}"
                found[name] = (start * SECTOR, (end + 1 - start) * SECTOR)
        return found
    return {}


def points(writes, count, chance, tender):
    """Where to cut: at every flush, and in between at random, `count` in all or more; `(durable, end)` each. Where writes to
    one of the `tender` ranges of the disk wait for a flush, more often."""
    flushes = [0] + writes.flushes() + [len(writes.entries)]
    cuts = [(number, number) for number in flushes]
    spans, weights = [], []
    for begin, end in zip(flushes, flushes[1:]):
        if end - begin > 1:
            spans.append((begin, end))
            hits = sum(any(low <= entry.start < high for low, high in tender) for entry in writes.entries[begin:end])
            weights.append(1 + 8 * hits)
    while spans and len(cuts) < max(count, len(flushes) + count // 2):
        begin, end = chance.choices(spans, weights)[0]
        cuts.append((begin, chance.randint(begin + 1, end)))
    return sorted(cuts)


def copy_sparse(source, at, length, target):
    """A stretch of a file as a file of its own, holes left out."""
    with open(target, "wb") as out:
        out.truncate(length)
        descriptor, end = source.fileno(), at + length
        place = at
        while place < end:
            try:
                place = os.lseek(descriptor, place, os.SEEK_DATA)
            except OSError:
                break
            hole = min(os.lseek(descriptor, place, os.SEEK_HOLE), end)
            while place < min(hole, end):
                piece = os.pread(descriptor, min(1 << 20, hole - place), place)
                os.pwrite(out.fileno(), piece, place - at)
                place += len(piece)


__all__ = ["Disk", "Entry", "Writes", "copy_sparse", "partitions", "points"]
