/// Why a screen cannot be drawn on.
package enum DisplayFault: Error, Hashable, CustomStringConvertible {
    /// Neither a DRM device nor a framebuffer.
    case noDevice
    /// This device cannot be used, by this errno.
    case device(String, Int32)
    case console(String, Int32)
    case input(Int32)
    /// FreeType does not start, by its own number.
    case fonts(Int32)
    /// Cannot be read, or is no font with outlines.
    case font(String)
    case noFont

    package var description: String {
        switch self {
        case .noDevice: "there is no screen: neither /dev/dri/card* nor /dev/fb0"
        case .device(let path, let code): "\(path) cannot be drawn on (errno \(code))"
        case .console(let path, let code): "the console \(path) cannot be taken (errno \(code))"
        case .input(let code): "touch and keys cannot be read (errno \(code))"
        case .fonts(let code): "FreeType does not start (\(code))"
        case .font(let path): "\(path): no font that can be used"
        case .noFont: "the settings name no font"
        }
    }
}
