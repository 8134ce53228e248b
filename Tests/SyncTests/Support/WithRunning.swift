import ServiceLifecycle

/// Runs a service for the length of `body`, then stops it and waits until it has stopped.
func withRunning<Running: Service>(_ service: Running, _ body: (Running) async throws -> Void) async throws {
    let task = Task { try await service.run() }
    do {
        try await body(service)
        task.cancel()
        try await task.value
    } catch {
        task.cancel()
        throw error
    }
}
