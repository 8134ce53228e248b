import Core
import Foundation

/// Sets a sheet for trying a printer out: it says that it is a test and looks like no notice.
struct TestSheetTypesetter {
    let fonts: FontLibrary
    let layout: PaperLayout

    func draw(kiosk: String, at instant: Date) throws(TypesettingFault) -> [UInt8] {
        let canvas = try Canvas(page: layout.page, title: Self.title, created: instant)
        let width = layout.page.width - 2 * layout.sideMargin
        let heading = TextStyle(size: layout.notice.titleType, weight: .bold, alignment: .centre, tracking: 2)
        let title = try fonts.block(Self.title, heading, width: width, field: "标题")
        canvas.draw(title, at: Point(x: layout.sideMargin, y: layout.topMargin + 40))
        let body = try fonts.block(
            "自助终端 \(kiosk)\n\(CivilDate(shanghai: instant).chinese)\n本页只用于检查打印机，不是业务文书。\n"
                + "四边的线应当完整，文字应当清楚。\n0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ",
            TextStyle(size: layout.notice.type, alignment: .centre, leading: 2), width: width, field: "正文")
        canvas.draw(body, at: Point(x: layout.sideMargin, y: layout.topMargin + 120))
        let edge = layout.sideMargin / 2
        canvas.frame(
            Rectangle(x: edge, y: edge, width: layout.page.width - 2 * edge, height: layout.page.height - 2 * edge),
            width: 1)
        return try canvas.finish()
    }

    private static let title = "打印测试页"
}
