"""A peer of script/bench: the welcome screen, or a field to type into, as Textual shows it."""
import sys

from textual.app import App
from textual.containers import Horizontal
from textual.widgets import Button, Input, Label


class Screen(App):
    ENABLE_COMMAND_PALETTE = False
    CSS = """
    Button { width: 1fr; height: 5; }
    #status { background: blue; width: 100%; }
    """

    def compose(self):
        yield Label(" 示例政务服务大厅 · 自助机 03                    读卡器 ✓ 打印机 ✓ 网络 ✓", id="status")
        yield Label("  二级注册建筑师自助服务\n  请选择办理方式，或直接放卡")
        if sys.argv[1:] == ["field"]:
            yield from self.field()
        else:
            yield from self.welcome()

    def welcome(self):
        with Horizontal():
            yield Button("个人办理\n身份证平放在读卡区")
            yield Button("企业办理\n插入“法人一证通”")
        yield Label("  · 离开时请取回证件和打印件。")
        with Horizontal():
            yield Button("呼叫工作人员")
            yield Button("English")

    def field(self):
        edit = Input(placeholder="企业电话")
        edit.cursor_blink = False
        yield edit
        for row in ("123", "456", "789", "<0>"):
            with Horizontal():
                for key in row:
                    yield Button(key)

    def on_mount(self):
        if sys.argv[1:] == ["field"]:
            self.query_one(Input).focus()


Screen().run()
