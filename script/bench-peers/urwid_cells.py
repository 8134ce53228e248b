"""A peer of script/bench ui: the screen full of Chinese and the form of 200 rows, as urwid shows them."""
import sys

import urwid

from cells import FIELDS, PAGES, TITLE, with_key

lines = [urwid.Text(row, wrap="clip") for row in PAGES[0]]
state = {"page": 0, "keys": 0}


def on_key(key):
    if key == "q":
        raise urwid.ExitMainLoop
    if key == "n":
        state["page"] = (state["page"] + 1) % len(PAGES)
        state["keys"] = 0
        for line, row in zip(lines, PAGES[state["page"]]):
            line.set_text(row)
    elif isinstance(key, str):
        state["keys"] += 1
        lines[30].set_text(with_key(PAGES[state["page"]][30], state["keys"]))


def form():
    rows = [
        urwid.Columns([(12, urwid.Text(f"\n{label}")), urwid.LineBox(urwid.Edit("", value))], 1)
        for label, value in FIELDS
    ]
    return urwid.Frame(urwid.ListBox(urwid.SimpleListWalker(rows)), urwid.Text(TITLE))


def cells():
    return urwid.Filler(urwid.Pile(lines), "top")


urwid.MainLoop(form() if sys.argv[1:] == ["form"] else cells(), unhandled_input=on_key).run()
