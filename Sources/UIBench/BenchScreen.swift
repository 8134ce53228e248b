import Terminal

/// A screen of the benchmark: what it shows, and what keys and touches make of it.
protocol BenchScreen {
    func view(size: Size) -> View<BenchAction>
    mutating func take(_ action: BenchAction) async
    /// A key that no target has.
    mutating func take(_ key: Key) async
}

enum BenchAction: Hashable, Sendable {
    /// Puts the caret into a field of the form.
    case edit(Int)
    case key(KeyboardKey)
}
