"""A peer of script/bench: WeasyPrint sets the same two papers in one process, in the same fonts, with the same photo.

Arguments: file of the papers, folder of the fonts, photo, number of runs. Prints milliseconds as JSON.
"""
import html
import json
import pathlib
import sys
import time

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

papers_file, fonts, photo, runs = sys.argv[1:]
papers = json.loads(pathlib.Path(papers_file).read_text())
configuration = FontConfiguration()
faces = "".join(
    f"@font-face {{ font-family: Hall; font-weight: {weight}; src: url(file://{fonts}/HallSerif-{name}.otf) }}"
    for weight, name in (("400", "Regular"), ("700", "Bold")))
style = CSS(string=faces + """
    @page { size: A4; margin: 20mm } body { font: 11pt Hall } h1 { font-size: 18pt; text-align: center }
    table { width: 100%; border-collapse: collapse } td { border: 0.5pt solid; padding: 3pt } img { width: 25mm; float: right }
""", font_config=configuration)


def table(rows):
    cells = ("".join(f"<td>{html.escape(str(cell))}</td>" for cell in row) for row in rows)
    return "<table>" + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def form():
    content = papers["form"]
    parts = [f"<h1>{html.escape(content['title'])}</h1><img src='file://{photo}'>"]
    for section in content["sections"]:
        rows = [(row["label"], row["value"]) for row in section["rows"]]
        parts.append(f"<h2>{html.escape(section['heading'])}</h2>" + table(rows))
    for statement in (content["declaration"], content["opinion"]):
        parts.append("".join(f"<p>{html.escape(statement[key])}</p>" for key in ("heading", "text", "caption")))
    return "".join(parts)


def notice():
    content = papers["notice"]
    rows = [(key, value) for key, value in content.items() if isinstance(value, (str, int))]
    rows += list(content["office"].items()) + [(content["enterprise"]["code"], content["enterprise"]["name"])]
    materials = "".join(f"<li>{html.escape(name)}</li>" for name in content["materials"])
    return ("<h1>行政审批受理通知书</h1><p>你（单位）提出的二级注册建筑师初始注册申请，材料齐全，符合法定形式。根据《中华人民共和国行政许可法》"
            f"第三十二条的规定，现予受理。</p>{table(rows)}<ol>{materials}</ol>")


def milliseconds(page):
    start = time.perf_counter()
    HTML(string=page).write_pdf(stylesheets=[style], font_config=configuration)
    return (time.perf_counter() - start) * 1000


spent = {"form": [], "notice": []}
for _ in range(int(runs)):
    spent["form"].append(milliseconds(form()))
    spent["notice"].append(milliseconds(notice()))
print(json.dumps(spent))
