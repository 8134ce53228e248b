"""The screen engine beside ncurses, notcurses, Textual and urwid: one stopwatch, one content, one run.

Each round starts every program once, so that whatever else the machine does meets all of them alike. Instructions are
the difference between two runs under callgrind, so start and end do not count. script/bench ui builds the programs.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

here = pathlib.Path(__file__).resolve().parent
peers_folder = here.parent / "bench-peers"
CELLS, FORM = (200, 60), (80, 30)
FRAME, KEY = "18000 n", "1 k"
WORDS = ["shanghai", "jianzhu", "sheji", "yanjiuyuan", "youxian", "gongsi"]


class Program:
    """A program and the figures that its runs have given, by name."""

    def __init__(self, name, command):
        self.name, self.command, self.figures = name, command, {}

    def add(self, figure, values):
        self.figures.setdefault(figure, []).extend(values)

    def quantile(self, figure, share):
        values = sorted(self.figures.get(figure, []))
        return values[round((len(values) - 1) * share)] if values else None


def run(stopwatch, size, pause, command, inputs):
    """Answers as (microseconds, bytes, microseconds of processor time), the start's first; and the resident kilobytes
    after the last."""
    arguments = [stopwatch, str(size[0]), str(size[1]), str(pause), *command]
    environment = dict(os.environ, TERM="xterm-256color", LANG="C.UTF-8")
    environment.pop("LC_ALL", None)
    outcome = subprocess.run(
        arguments, input="".join(line + "\n" for line in inputs), capture_output=True, text=True, env=environment)
    lines = [line.split() for line in outcome.stdout.splitlines()]
    if outcome.returncode != 0 or len(lines) != len(inputs) + 2:
        sys.exit(f"{' '.join(arguments)} gave no figures: {outcome.stdout}{outcome.stderr}")
    answers = [(float(line[-3]), int(line[-1]), float(line[-2])) for line in lines[:-1]]
    return answers, int(lines[-1][1])


def touch(column, row):
    return f"1 \\e[<0;{column};{row}M\\e[<0;{column};{row}m"


def measure_cells(program, options):
    warm, frames, keys = 6, options.frames, options.keys
    inputs = [FRAME] * (warm + frames) + [KEY] * (2 + keys)
    answers, memory = run(options.stopwatch, CELLS, options.pause, program.command + ["cells"], inputs)
    program.add("start", [answers[0][0] / 1000])
    program.add("memory", [memory / 1024])
    frame_answers = answers[1 + warm:1 + warm + frames]
    key_answers = answers[1 + warm + frames + 2:]
    program.add("frame", [time / 1000 for time, _, _ in frame_answers])
    program.add("frame work", [work / 1000 for _, _, work in frame_answers])
    program.add("frame bytes", [count for _, count, _ in frame_answers])
    program.add("key", [time / 1000 for time, _, _ in key_answers])
    program.add("key work", [work / 1000 for _, _, work in key_answers])
    program.add("key bytes", [count for _, count, _ in key_answers])


def measure_form(program, options):
    rows = [6, 12, 18, 24, 9, 15, 21, 27]
    inputs = [touch(30, rows[number % len(rows)]) for number in range(4 + options.keys)]
    answers, memory = run(options.stopwatch, FORM, options.pause, program.command + ["form"], inputs)
    program.add("touch", [time / 1000 for time, _, _ in answers[5:]])
    program.add("touch bytes", [count for _, count, _ in answers[5:]])
    program.add("form memory", [memory / 1024])


def measure_pinyin(program, options):
    """Only ours: no peer has Chinese input."""
    told = subprocess.run(
        [*program.command, "targets", "pinyin", *map(str, FORM)], capture_output=True, text=True, check=True).stdout
    places = {label: (int(x), int(y)) for x, y, label in (line.split(" ", 2) for line in told.splitlines())}
    letters = "".join(WORDS)
    inputs = [touch(*places[letter.upper()]) for letter in letters] + [touch(*places["清空"])]
    answers, memory = run(options.stopwatch, FORM, options.pause, program.command + ["pinyin"], inputs * 2)
    # The first word reads the dictionary from the disk.
    program.add("candidates", [time / 1000 for time, _, _ in answers[1 + len(inputs):-1]])
    program.add("candidates bytes", [count for _, count, _ in answers[1 + len(inputs):-1]])
    program.add("pinyin memory", [memory / 1024])


def instructions(program, inputs, options):
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "out")
        valgrind = ["setarch", "-R", "valgrind", "-q", "--tool=callgrind", f"--callgrind-out-file={file}"]
        os.environ["SWIFT_DETERMINISTIC_HASHING"] = "1"
        run(options.stopwatch, CELLS, 20, valgrind + program.command + ["cells"], inputs)
        return int(next(line.split()[1] for line in file.read_text().splitlines() if line.startswith("totals:")))


def count(program, options):
    some = options.counted
    once = instructions(program, [FRAME] * some, options)
    twice = instructions(program, [FRAME] * 2 * some, options)
    with_keys = instructions(program, [FRAME] * some + [KEY] * some, options)
    program.add("frame instructions", [(twice - once) / some / 1e6])
    program.add("key instructions", [(with_keys - once) / some / 1e6])


ROWS = [
    ("full frame to last byte, p50", "ms", "frame", 0.5), ("full frame, processor time p50", "ms", "frame work", 0.5),
    ("full frame, pipeline p50", "ms", "frame pipeline", 0.5),
    ("full frame, output", "B", "frame bytes", 0.5),
    ("full frame, instructions", "M", "frame instructions", 0.5),
    ("key to last byte, p50", "ms", "key", 0.5), ("key to last byte, p99", "ms", "key", 0.99),
    ("key, processor time p50", "ms", "key work", 0.5), ("key, output", "B", "key bytes", 0.5), ("key, instructions", "M", "key instructions", 0.5),
    ("touch on a form of 200 rows, p50", "ms", "touch", 0.5), ("touch on a form of 200 rows, p99", "ms", "touch", 0.99),
    ("touch on a pinyin key to candidates, p95", "ms", "candidates", 0.95),
    ("start to first frame", "ms", "start", 0.5), ("resident memory", "MB", "memory", 0.5),
    ("resident memory with the dictionary", "MB", "pinyin memory", 0.5),
]


def number(value):
    return "–" if value is None else f"{value:.3g}" if value < 100 else f"{value:.0f}"


def table(ours, peers):
    """A line a figure: ours, then each peer's and how many times ours it is."""
    lines = [["figure", "", ours.name] + [name for peer in peers for name in (peer.name, "× ours")]]
    for title, unit, figure, share in ROWS:
        own = ours.quantile(figure, share)
        line = [title, unit, number(own)]
        for peer in peers:
            theirs = peer.quantile(figure, share)
            line += [number(theirs), number(theirs / own) if own and theirs else "–"]
        lines.append(line)
    widths = [max(len(line[column]) for line in lines) for column in range(len(lines[0]))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in lines)


def targets(ours, peers):
    """What the engine promises, and whether this run kept it."""
    limits = [
        ("bytes a full frame", ours.quantile("frame bytes", 1), 19_000), ("bytes a key", ours.quantile("key bytes", 1), 64),
        ("M instructions a full frame", ours.quantile("frame instructions", 0.5), 3),
        ("ms touch p99", ours.quantile("touch", 0.99), 5), ("ms candidates p95", ours.quantile("candidates", 0.95), 10),
        ("ms start", ours.quantile("start", 0.5), 50),
    ]
    for name, value, limit in limits:
        if value is not None:
            yield f"{'kept  ' if value <= limit else 'MISSED'} {name}: {number(value)}, at most {limit}"
    least = {"ncurses": 3, "notcurses": 3, "Textual": 15}
    for peer in (peer for peer in peers if peer.name in least):
        for name, figure in (
                ("in the pipeline", "frame pipeline"), ("in processor time", "frame work"),
                ("in instructions", "frame instructions"), ("to the last byte", "frame")):
            if not ours.quantile(figure, 0.5) or not peer.quantile(figure, 0.5):
                continue
            ratio = peer.quantile(figure, 0.5) / ours.quantile(figure, 0.5)
            if figure == "frame":
                # Half of it is the pseudo terminal's: the table has what the bytes alone take.
                yield f"told   times faster than {peer.name} {name}: {number(ratio)}"
                continue
            kept = "kept  " if ratio >= least[peer.name] else "MISSED"
            yield f"{kept} times faster than {peer.name} {name}: {number(ratio)}, at least {least[peer.name]}"


def add_pipelines(programs, floor):
    """Tree, layout, grid and bytes: a frame's processor time without what the pseudo terminal takes for as many bytes."""
    carried = floor.quantile("frame work", 0.5)
    for program in programs:
        program.add("frame pipeline", [work - carried for work in program.figures["frame work"]])


def main():
    parser = argparse.ArgumentParser(prog="script/bench ui", description=__doc__.splitlines()[0])
    parser.add_argument("--bin", required=True, type=pathlib.Path, help=argparse.SUPPRESS)
    parser.add_argument("--python", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--output", help="where the samples go, as JSON")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--frames", type=int, default=40, help="full frames a round")
    parser.add_argument("--keys", type=int, default=100, help="keys and touches a round")
    parser.add_argument("--pause", type=int, default=30, help="milliseconds of silence that end an answer")
    parser.add_argument("--counted", type=int, default=10, help="frames and keys under callgrind; 0 counts none")
    options = parser.parse_args()
    options.stopwatch = str(options.bin / "stopwatch")

    ours = Program("ours", [str(options.bin / "ui-bench")])
    # What a pseudo terminal alone takes for as many bytes.
    floor = Program("bytes only", [str(options.bin / "bytes_only")])
    peers = [floor, Program("ncurses", [str(options.bin / "ncurses_cells")])]
    if (options.bin / "notcurses_cells").exists():
        peers.append(Program("notcurses", [str(options.bin / "notcurses_cells")]))
    for name in ("Textual", "urwid"):
        peers.append(Program(name, [options.python, str(peers_folder / f"{name.lower()}_cells.py")]))

    for round_number in range(1, options.rounds + 1):
        print(f"round {round_number} of {options.rounds}…", flush=True)
        for program in [ours, *peers]:
            measure_cells(program, options)
            if program.name != "notcurses" and program is not floor:
                measure_form(program, options)
        measure_pinyin(ours, options)
    add_pipelines([ours, *peers[1:]], floor)
    for program in [ours, *peers[1:]] if options.counted else []:
        print(f"counting the instructions of {program.name}…", flush=True)
        count(program, options)

    print(table(ours, peers))
    print("\n".join(targets(ours, peers)))
    if options.output:
        figures = {program.name: program.figures for program in [ours, *peers]}
        pathlib.Path(options.output).write_text(json.dumps(figures, indent=1))


main()
