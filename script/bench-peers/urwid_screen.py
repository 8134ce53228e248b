"""A peer of script/bench: the welcome screen, or a field to type into, as urwid shows it."""
import sys

import urwid

palette = [("status", "white", "dark blue"), ("title", "bold", ""), ("button", "black", "light gray")]
status = urwid.AttrMap(urwid.Text(" 示例政务服务大厅 · 自助机 03                    读卡器 ✓ 打印机 ✓ 网络 ✓"), "status")
title = urwid.AttrMap(urwid.Text("  二级注册建筑师自助服务\n  请选择办理方式，或直接放卡"), "title")


def button(label, note):
    lines = urwid.Pile([urwid.Divider(), urwid.Button(label, align="center"), urwid.Text(note, "center"), urwid.Divider()])
    return urwid.LineBox(urwid.AttrMap(lines, "button"))


def welcome():
    choices = [button("个人办理", "身份证平放在读卡区"), button("企业办理", "插入“法人一证通”")]
    foot = urwid.Columns([urwid.Button("呼叫工作人员"), urwid.Button("English")], 20)
    rows = [urwid.Columns(choices, 4), urwid.Divider(), urwid.Text("  · 离开时请取回证件和打印件。")]
    return urwid.Frame(urwid.Filler(urwid.Pile(rows)), urwid.Pile([status, title]), foot)


def field():
    edit = urwid.LineBox(urwid.Edit("企业电话 "))
    keys = [urwid.Columns([urwid.LineBox(urwid.Button(key)) for key in row]) for row in ("123", "456", "789", "<0>")]
    return urwid.Frame(urwid.Filler(urwid.Pile([edit] + keys), "top"), urwid.Pile([status, title]))


urwid.MainLoop(field() if sys.argv[1:] == ["field"] else welcome(), palette).run()
