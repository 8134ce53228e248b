/// By how many degrees the picture is turned clockwise on the panel, for a panel that hangs on its side.
package enum Rotation: Int, Codable, Hashable, Sendable, CaseIterable {
    case none = 0
    case quarter = 90
    case half = 180
    case threeQuarters = 270

    private var swapsSides: Bool { self == .quarter || self == .threeQuarters }

    /// The size that a person sees on a panel, and the other way round.
    func turned(_ size: PixelSize) -> PixelSize {
        swapsSides ? PixelSize(width: size.height, height: size.width) : size
    }

    /// Where a block of the canvas lies on the panel.
    func onPanel(_ rect: PixelRect, panel: PixelSize) -> PixelRect {
        switch self {
        case .none: rect
        case .quarter:
            PixelRect(x: panel.width - rect.maxY, y: rect.x, width: rect.height, height: rect.width)
        case .half:
            PixelRect(
                x: panel.width - rect.maxX, y: panel.height - rect.maxY, width: rect.width, height: rect.height)
        case .threeQuarters:
            PixelRect(x: rect.y, y: panel.height - rect.maxX, width: rect.height, height: rect.width)
        }
    }

    /// From a place on the panel to the same on the canvas, both as fractions of their sides.
    func onCanvas(_ place: PanelPosition) -> PanelPosition {
        switch self {
        case .none: place
        case .quarter: PanelPosition(x: place.y, y: 1 - place.x)
        case .half: PanelPosition(x: 1 - place.x, y: 1 - place.y)
        case .threeQuarters: PanelPosition(x: 1 - place.y, y: place.x)
        }
    }
}
