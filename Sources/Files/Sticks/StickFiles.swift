package import Core
package import Foundation

/// The stick that the appliance has mounted, read-only in general: a folder under `sticks`. Of several the first by name.
///
/// A stick is trusted in nothing: each name of a path is opened by itself, without following a link, from the folder
/// before it, so that no path leaves the stick, whatever changes on it meanwhile.
package struct StickFiles: FileSource {
    let sticks: String
    let gate: StickGate
    let hands: StickHands
    private let queue = DispatchQueue(label: "files.stick")
    private let pause: Duration

    /// Entries of a folder that are looked at, and that are shown.
    package static let mostLookedAt = 2_000
    package static let mostShown = 200

    /// - Parameters:
    ///   - sticks: under which sticks are mounted, a folder each.
    ///   - pause: between two looks whether one is there.
    ///   - gate: opens a stick for the one file that is written to it; nil where it is writable anyway.
    package init(under sticks: String, lookingEvery pause: Duration = .milliseconds(500), gate: [String]? = nil) {
        self.init(under: sticks, lookingEvery: pause, gate: StickGate(command: gate), hands: .system)
    }

    init(under sticks: String, lookingEvery pause: Duration, gate: StickGate, hands: StickHands) {
        self.sticks = sticks
        self.pause = pause
        self.gate = gate
        self.hands = hands
    }

    package func presence() -> AsyncStream<Bool> {
        let (stream, feed) = AsyncStream.makeStream(of: Bool.self, bufferingPolicy: .bufferingNewest(1))
        let task = Task { [self] in
            var known: Bool?
            while !Task.isCancelled {
                let isThere = await blocking { self.stick != nil }
                if isThere != known { feed.yield(isThere) }
                known = isThere
                try? await Task.sleep(for: pause)
            }
        }
        feed.onTermination = { _ in task.cancel() }
        return stream
    }

    package func list(_ folder: SourcePath) async throws(FileFault) -> SourceFolder {
        try await blocking { () throws(FileFault) in
            let descriptor = try self.open(folder, OpenedFile.folder)
            return try descriptor.entries(lookingAt: Self.mostLookedAt, showing: Self.mostShown)
        }
    }

    package func read(_ file: SourcePath, limit: Int) async throws(FileFault) -> Data {
        try await blocking { () throws(FileFault) in
            try self.open(file, OpenedFile.file).content(limit: limit)
        }
    }

    /// The name of the folder that is the stick.
    var stick: String? {
        guard let root = try? OpenedFile.root(sticks) else { return nil }
        return try? root.entries(lookingAt: 100, showing: 100).entries.first { $0.content == .folder }?.name
    }

    private func open(_ path: SourcePath, _ flags: Int32) throws(FileFault) -> OpenedFile {
        guard let stick, let root = try? OpenedFile.root(sticks) else { throw .stickGone }
        var place: OpenedFile
        do { place = try root.open(stick, path.names.isEmpty ? flags : OpenedFile.folder) } catch { throw .stickGone }
        for (index, name) in path.names.enumerated() {
            let isLast = index == path.names.count - 1
            do { place = try place.open(name, isLast ? flags : OpenedFile.folder) } catch {
                throw self.stick == stick ? error : .stickGone
            }
        }
        return place
    }

    func blocking<Value: Sendable>(
        _ work: @escaping @Sendable () throws(FileFault) -> Value
    ) async throws(FileFault) -> Value {
        let result: Result<Value, FileFault> = await withCheckedContinuation { continuation in
            queue.async {
                do throws(FileFault) { continuation.resume(returning: .success(try work())) } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        return try result.get()
    }

    private func blocking<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
        await withCheckedContinuation { continuation in queue.async { continuation.resume(returning: work()) } }
    }
}
