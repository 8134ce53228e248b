import Foundation

/// What script/bootstrap has baked, as absolute paths; the scripts say where it lies.
enum BakedData {
    static let fonts = folder("KIOSK_FONTS", ".build/fonts")
    static let chineseInput = folder("KIOSK_CHINESE_INPUT", ".build/chinese-input")

    private static func folder(_ variable: String, _ usual: String) -> String {
        URL(fileURLWithPath: ProcessInfo.processInfo.environment[variable] ?? usual).path
    }
}
