"""A peer of script/bench ui: the screen full of Chinese and the form of 200 rows, as Textual shows them."""
import sys

from rich.segment import Segment
from textual.app import App
from textual.containers import Horizontal, VerticalScroll
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, Label

from cells import FIELDS, PAGES, TITLE, with_key


class Cells(Widget, can_focus=True):
    """Draws its lines itself: Textual's shortest way to the screen."""

    page = 0
    keys = 0

    def render_line(self, y):
        text = PAGES[self.page][y] if y < len(PAGES[self.page]) else ""
        if y == 30 and self.keys:
            text = with_key(text, self.keys)
        return Strip([Segment(text, self.rich_style)], 2 * len(text))

    def on_key(self, event):
        if event.key == "n":
            self.page = (self.page + 1) % len(PAGES)
            self.keys = 0
            self.refresh()
        elif event.key != "q":
            self.keys += 1
            self.refresh(Region(100, 30, 2, 1))


class Screen(App):
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [("q", "quit", "")]
    CSS = """
    Cells { width: 100%; height: 100%; }
    Horizontal { height: 3; } Label { width: 12; } Input { width: 1fr; }
    """

    def compose(self):
        if sys.argv[1:] == ["form"]:
            yield Label(TITLE)
            with VerticalScroll():
                for label, value in FIELDS:
                    with Horizontal():
                        yield Label(label)
                        edit = Input(value)
                        edit.cursor_blink = False
                        yield edit
        else:
            yield Cells()

    def on_mount(self):
        if sys.argv[1:] != ["form"]:
            self.query_one(Cells).focus()


Screen().run()
