import Core
import Foundation
import GRDB
import Storage
import Testing

/// A folder with one database, gone when `body` ends.
struct Place: Sendable {
    let folder: String
    var path: String { folder + "/kiosk.sqlite" }

    static let keyBytes = Data((0..<32).map { UInt8($0) })

    func open(_ key: Data = Place.keyBytes, now: Date = Sample.instant) throws -> LiveKioskStorage {
        try LiveKioskStorage(at: path, key: try #require(DeviceKey(key)), now: { now })
    }

    /// The bytes of database and log, as a thief of the disk would find them.
    func bytes() throws -> Data {
        try ["", "-wal"].reduce(into: Data()) { found, suffix in
            let file = path + suffix
            if FileManager.default.fileExists(atPath: file) { found += try Data(contentsOf: URL(filePath: file)) }
        }
    }

    /// Past our own code: what an attacker, or a broken disk, does to the file.
    func tamper<Result>(_ body: (Database) throws -> Result) throws -> Result {
        try DatabaseQueue(path: path).write(body)
    }
}

func withPlace<Result>(_ body: (Place) async throws -> Result) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "storage-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(Place(folder: folder))
}

func withStorage<Result>(_ body: (LiveKioskStorage, Place) async throws -> Result) async throws -> Result {
    try await withPlace { place in try await body(try place.open(), place) }
}
