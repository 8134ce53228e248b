import Core
import Foundation

/// How a sheet of the notice came to be: stands at its foot.
struct PrintNote: Hashable {
    let copy: Int
    let kiosk: String
    let at: Date
}

/// Sets 行政审批受理通知书 on one A4 sheet: number, title, statement, table, code to verify it by, and the office with
/// room for its seal.
struct NoticeTypesetter {
    let fonts: FontLibrary
    let layout: PaperLayout

    func draw(_ notice: AcceptanceNotice, _ print: PrintNote) throws(TypesettingFault) -> [UInt8] {
        let canvas = try Canvas(page: layout.page, title: Self.title, created: print.at)
        try drawHead(notice, on: canvas)
        let tableTop = try drawStatement(notice, on: canvas)
        let tableBottom = try drawTable(notice, from: tableTop, on: canvas)
        try drawCode(notice, below: tableBottom, on: canvas)
        try drawOffice(notice, below: tableBottom, on: canvas)
        try drawFoot(notice, print, on: canvas)
        return try canvas.finish()
    }

    private static let title = "行政审批受理通知书"

    /// Where the advice at the foot begins: two lines of it, and one of the print's record below the margin.
    private var footTop: Double { layout.page.height - layout.bottomMargin - 3.2 * layout.noteType - 6 }
    private var left: Double { layout.sideMargin }
    private var codeIndent: Double { 10 }
    private var width: Double { layout.page.width - 2 * layout.sideMargin }

    private func drawHead(_ notice: AcceptanceNotice, on canvas: Canvas) throws(TypesettingFault) {
        let style = TextStyle(size: layout.notice.type - 2, alignment: .trailing)
        let number = try fonts.block("编号：\(notice.number)", style, width: width, field: "编号")
        canvas.draw(number, at: Point(x: left, y: layout.topMargin))
        let heading = TextStyle(size: layout.notice.titleType, weight: .bold, alignment: .centre, tracking: 2)
        let title = try fonts.block(Self.title, heading, width: width, field: "标题")
        canvas.draw(title, at: Point(x: left, y: layout.topMargin + 40))
    }

    private func drawStatement(_ notice: AcceptanceNotice, on canvas: Canvas) throws(TypesettingFault) -> Double {
        let size = layout.notice.type
        let addressee = try fonts.block(
            notice.addressee, TextStyle(size: size, leading: 1.8), width: width, field: "申请人")
        var y = layout.topMargin + 104
        canvas.draw(addressee, at: Point(x: left, y: y))
        y += addressee.size.height
        let style = TextStyle(size: size, leading: 1.8, indent: 2 * size, isJustified: true)
        let statement = try fonts.block(notice.statement, style, width: width, field: "正文")
        canvas.draw(statement, at: Point(x: left, y: y))
        return y + statement.size.height + 14
    }

    /// - Returns: where the table ends.
    private func drawTable(_ notice: AcceptanceNotice, from top: Double, on canvas: Canvas)
        throws(TypesettingFault) -> Double
    {
        let (table, lines) = try lines(of: notice, from: top)
        var y = top
        for line in lines {
            if y > top {
                canvas.rule(from: Point(x: left, y: y), to: Point(x: left + width, y: y), width: table.innerRule)
            }
            line.draw(on: canvas, at: Point(x: left, y: y), table: table)
            y += line.height
        }
        canvas.frame(Rectangle(x: left, y: top, width: width, height: y - top), width: table.outerRule)
        return y
    }

    private func lines(of notice: AcceptanceNotice, from top: Double)
        throws(TypesettingFault) -> (PaperLayout.Table, [TableLine])
    {
        let room = footTop - layout.notice.gap - layout.notice.sealArea.height - top
        for table in layout.notice.tables {
            let lines = try TableSetter(fonts: fonts, table: table).lines(notice.rows, width: width)
            if lines.reduce(0, { $0 + $1.height }) <= room { return (table, lines) }
        }
        throw .tooLong(field: "收到的材料")
    }

    private func drawCode(_ notice: AcceptanceNotice, below top: Double, on canvas: Canvas) throws(TypesettingFault) {
        let side = layout.notice.code
        let area = Rectangle(x: left + codeIndent, y: top + layout.notice.gap, width: side, height: side)
        canvas.draw(try VerificationCode(notice.verificationLink), in: area)
        let style = TextStyle(size: layout.noteType, alignment: .centre, leading: 1.5)
        let caption = try fonts.block(
            "扫码核验本通知书\n校验码 \(notice.checkCode)", style, width: side + 40, field: "校验码")
        canvas.draw(caption, at: Point(x: area.x - 20, y: area.bottom + 6))
    }

    /// The date stands under the office's name; the seal goes over both.
    private func drawOffice(_ notice: AcceptanceNotice, below top: Double, on canvas: Canvas) throws(TypesettingFault) {
        let area = layout.notice.sealArea
        let (office, officeWidth) = try officeName(notice.office.name)
        let width = max(area.width, officeWidth)
        let x = layout.page.width - layout.sideMargin - width
        var y = top + layout.notice.gap + (area.height - office.size.height) / 2 - 18
        canvas.draw(office, at: Point(x: x + (width - officeWidth) / 2, y: y))
        y += office.size.height
        let date = try fonts.block(notice.acceptedOn.chinese, officeStyle, width: width, field: "受理日期")
        canvas.draw(date, at: Point(x: x, y: y))
        y += date.size.height
        let note = TextStyle(size: layout.noteType, alignment: .centre, grey: 0.35)
        canvas.draw(
            try fonts.block("（行政审批专用章）", note, width: width, field: "印章"), at: Point(x: x, y: y + 4))
    }

    private var officeStyle: TextStyle { TextStyle(size: layout.notice.type, alignment: .centre, leading: 1.8) }

    /// One line while there is room beside the code, else lines of equal length: no character stands alone.
    private func officeName(_ name: String) throws(TypesettingFault) -> (block: TextBlock, width: Double) {
        let field = "受理机关"
        let length = try fonts.block(name, officeStyle, field: field).size.width
        let room = width - codeIndent - layout.notice.code - layout.notice.gap
        let lines = max(1, (length / room).rounded(.up))
        var width = (length / lines / officeStyle.size).rounded(.up) * officeStyle.size
        var block = try fonts.block(name, officeStyle, width: width, field: field)
        // A line that may not end in a bracket carries it over, and what follows needs more room.
        while block.lineCount > Int(lines), width < room {
            width += officeStyle.size
            block = try fonts.block(name, officeStyle, width: width, field: field)
        }
        return (block, width)
    }

    private func drawFoot(_ notice: AcceptanceNotice, _ print: PrintNote, on canvas: Canvas) throws(TypesettingFault) {
        let style = TextStyle(size: layout.noteType, leading: 1.6, grey: 0.2)
        let advice = try fonts.block(
            "办理进度可凭编号向受理窗口或咨询电话查询，也可在自助终端“我的申请”中查看。\n本通知书一式两份，申请人、受理机关各执一份。",
            style, width: width, field: "说明")
        let y = footTop + 6
        canvas.rule(from: Point(x: left, y: footTop), to: Point(x: left + width, y: footTop), width: 0.5)
        canvas.draw(advice, at: Point(x: left, y: y))
        let copy = "第\(print.copy)次打印" + (print.copy > 1 ? "（补打）" : "")
        let line = "\(copy)　自助终端 \(print.kiosk)　打印时间 \(Self.minute(print.at))"
        let record = try fonts.block(line, style, field: "打印记录")
        canvas.draw(record, at: Point(x: left, y: y + advice.size.height + 2))
    }

    /// `2026年11月22日 20:15` in Shanghai.
    private static func minute(_ instant: Date) -> String {
        let minutes = Int((instant.timeIntervalSince1970 / 60).rounded(.down)) + 8 * 60
        let ofDay = (minutes % 1440 + 1440) % 1440
        let clock = [ofDay / 60, ofDay % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
        return "\(CivilDate(shanghai: instant).chinese) \(clock)"
    }
}
