"""What the peers of script/bench ui show: four pages of 60 rows of 100 Chinese glyphs, and the rows of a form."""

PAGES = [
    ["".join(chr(0x4E00 + (page * 5000 + row * 131 + column) % 20000) for column in range(100)) for row in range(60)]
    for page in range(4)
]
GLYPHS = "沪建筑师"
TITLE = "二级注册建筑师初始注册申请表"
FIELDS = [(f"第{row}项", f"上海市示例设计研究总院有限公司第{row}分院") for row in range(1, 201)]


def with_key(row: str, keys: int) -> str:
    """The middle row after so many keys."""
    return row[:50] + GLYPHS[keys % 4] + row[51:]
