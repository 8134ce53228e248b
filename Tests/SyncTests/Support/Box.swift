import Synchronization
import Testing

/// A value that several tasks change.
final class Box<Value: Sendable>: Sendable {
    private let mutex: Mutex<Value>
    init(_ value: Value) { mutex = Mutex(value) }
    var value: Value { mutex.withLock { $0 } }
    @discardableResult
    func change<Result: Sendable>(_ body: (inout Value) -> Result) -> Result {
        mutex.withLock { value in
            var copy = value
            let result = body(&copy)
            value = copy
            return result
        }
    }
}

/// The next value of a stream.
func expect<Value: Equatable & Sendable>(
    _ iterator: inout AsyncStream<Value>.Iterator, _ expected: Value, at location: SourceLocation = #_sourceLocation
) async {
    let value = await iterator.next(isolation: #isolation)
    #expect(value == expected, sourceLocation: location)
}
