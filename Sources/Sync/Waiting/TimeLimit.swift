import AsyncHTTPClient

/// The result of `body`, or `HTTPClientError.deadlineExceeded` when it takes longer.
func withTimeLimit<Result: Sendable>(
    _ limit: Duration, _ body: @escaping @Sendable () async throws -> Result
) async throws -> Result {
    try await withThrowingTaskGroup(of: Result.self) { group in
        defer { group.cancelAll() }
        group.addTask { try await body() }
        group.addTask {
            try await Task.sleep(for: limit)
            throw HTTPClientError.deadlineExceeded
        }
        guard let first = try await group.next() else { throw CancellationError() }
        return first
    }
}
