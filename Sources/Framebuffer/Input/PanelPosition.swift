/// A place on a panel, in parts of its width and height: 0 is the left and the upper edge, 1 the other.
struct PanelPosition: Hashable, Sendable {
    var x: Double
    var y: Double
}

/// The values of an absolute axis.
struct AxisRange: Hashable, Sendable {
    let minimum: Int32
    let maximum: Int32

    /// In the middle of what the value stands for, so that neither edge is reached.
    func fraction(_ value: Int32) -> Double {
        let count = Double(maximum) - Double(minimum) + 1
        guard count > 0 else { return 0 }
        return min(max(0, (Double(value) - Double(minimum) + 0.5) / count), 1)
    }
}
