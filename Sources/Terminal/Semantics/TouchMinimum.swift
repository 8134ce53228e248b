/// What a finger needs, in millimetres.
package struct TouchMinimum: Hashable, Sendable {
    package var width: Double
    package var height: Double

    /// 60 dp (MIIT's rules for the elderly, 适老化).
    package static let normal = TouchMinimum(width: 9.5, height: 9.5)
    package static let large = TouchMinimum(width: 20, height: 9.5)

    package init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    package static func of(_ size: PrintSize) -> TouchMinimum {
        switch size {
        case .normal: .normal
        case .large: .large
        }
    }
}
