import Framebuffer
import Terminal

extension SiteSettings {
    /// Takes the display that the settings name, else the terminal that the program was started in.
    func backend() throws -> any Backend {
        if let display { return try FramebufferBackend(display) }
        return try ANSIBackend()
    }
}

extension FramebufferSettings {
    /// What decodes and still makes no sense.
    var firstMistake: String? {
        if fonts.isEmpty { return "display.fonts: should name a font" }
        if let rowHeight, rowHeight < 16 { return "display.rowHeight: should be 16 or more" }
        return nil
    }
}
