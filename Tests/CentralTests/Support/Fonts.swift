import Foundation

/// The fonts that `script/bake-fonts` made; the scripts name the folder in KIOSK_FONTS.
enum Fonts {
    static var directory: URL {
        let named = ProcessInfo.processInfo.environment["KIOSK_FONTS"]
        return URL(filePath: named ?? ".build/fonts", directoryHint: .isDirectory)
    }
}
