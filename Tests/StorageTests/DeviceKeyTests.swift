import Core
import Foundation
import Storage
import Testing

@Suite struct DeviceKeyTests {
    @Test func `a key made once opens the same database after every restart`() async throws {
        try await withPlace { place in
            let file = place.folder + "/device.key"
            try DeviceKey.create(at: file)
            for _ in 1...2 {
                let storage = try LiveKioskStorage(
                    at: place.path, key: try DeviceKey(contentsOf: file), now: { Sample.instant })
                try await storage.audit("started")
            }
            #expect(try mode(of: file) == 0o600)
            #expect(try mode(of: place.path) == 0o600)
        }
    }

    @Test func `a making that a power cut ended is made again, and leaves nothing beside the key`() async throws {
        try await withPlace { place in
            let file = place.folder + "/device.key"
            #expect(FileManager.default.createFile(atPath: file + ".new", contents: Data(count: 7)))
            try DeviceKey.create(at: file)
            #expect(throws: Never.self) { try DeviceKey(contentsOf: file) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder) == ["device.key"])
        }
    }

    @Test func `an existing key is never replaced`() async throws {
        try await withPlace { place in
            let file = place.folder + "/device.key"
            try DeviceKey.create(at: file)
            let bytes = try Data(contentsOf: URL(filePath: file))
            #expect(throws: StorageFault.unavailable) { try DeviceKey.create(at: file) }
            #expect(try Data(contentsOf: URL(filePath: file)) == bytes)
        }
    }

    @Test(arguments: [0o640, 0o604, 0o660, 0o644])
    func `a key that others may touch is not used`(permissions: Int) async throws {
        try await withPlace { place in
            let file = place.folder + "/device.key"
            try DeviceKey.create(at: file)
            try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: file)
            #expect(throws: StorageFault.unavailable) { try DeviceKey(contentsOf: file) }
        }
    }

    @Test(arguments: [0, 31, 33, 64])
    func `a file of another length is no key`(length: Int) async throws {
        try await withPlace { place in
            let file = place.folder + "/device.key"
            #expect(FileManager.default.createFile(atPath: file, contents: Data(count: length)))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
            #expect(throws: StorageFault.keyMismatch) { try DeviceKey(contentsOf: file) }
            #expect(DeviceKey(Data(count: length)) == nil)
        }
    }

    @Test func `a missing key and a key that prints give nothing away`() throws {
        #expect(throws: StorageFault.keyMismatch) { try DeviceKey(contentsOf: "/nonexistent/device.key") }
        #expect("\(try #require(DeviceKey(Place.keyBytes)))" == "•••")
    }

    private func mode(of path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
}
