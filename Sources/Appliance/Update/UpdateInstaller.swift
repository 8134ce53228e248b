import Core
import Crypto
package import Foundation
import Glibc
package import UpdateFormat

/// Writes a bundle, or what comes of its patches, into the slot that does not run. A power cut at any moment leaves the
/// running version as it is: the other slot's kernel image goes first, and the new one comes last, by one sector.
package struct UpdateInstaller: Sendable {
    private let slots: Slots
    private let entries: BootEntries
    private let running: ReleaseVersion
    /// Folder of `state.json`.
    private let folder: String
    /// Bytes that are written at once; after eight of them the disk is asked whether it has them.
    private let piece: Int

    package init(
        slots: Slots, entries: BootEntries, running: ReleaseVersion, folder: String, piece: Int = 4 << 20
    ) {
        (self.slots, self.entries, self.running, self.folder) = (slots, entries, running, folder)
        self.piece = piece
    }

    /// What comes next.
    package enum Step: Hashable, Sendable {
        case removingOldEntry
        /// Bytes of the part that are written.
        case writing(UpdatePart, Int)
        case checking(UpdatePart)
        case naming
        case addingEntry
        /// The kernel image's last sector, with which it is there.
        case enteringKernel
    }

    /// - Parameters:
    ///   - unwell: what does not work now, and so need not work after it.
    ///   - progress: told before each step; may stop the installation.
    package func install(
        _ bundle: UpdateBundle, unwell: Set<Vital>, now: Date,
        progress: (Step) throws(UpdateRefusal) -> Void = { _ in }
    ) throws(UpdateRefusal) {
        var state = UpdateState.read(in: folder)
        let parts = RunningParts(
            version: running, rootHash: slots.rootHash, root: slots.running.data,
            kernel: entries.path(of: running) ?? "")
        try bundle.check(running: parts, failed: state.failed, now: now)
        let manifest = bundle.manifest
        if case .trial = entries.standing(of: manifest.version) { return }
        if state.writing?.rootHash != manifest.rootHash {
            state.writing = UpdateState.Writing(version: manifest.version, rootHash: manifest.rootHash)
        }
        state.trial = nil
        try state.write(in: folder)
        try progress(.removingOldEntry)
        try attempt { try entries.removeAll(but: running) }
        for (part, device) in [(UpdatePart.hashes, slots.other.hashes), (.root, slots.other.data)] {
            try write(part, of: bundle, over: parts, to: device, &state, progress)
            try progress(.checking(part))
            guard try digest(of: device, count: manifest.parts[part]?.size ?? 0) == manifest.parts[part]?.digest else {
                state.writing?.done[part.rawValue] = 0
                try state.write(in: folder)
                throw .part(part.rawValue)
            }
        }
        try name(slots.other, after: manifest, progress)
        state.trial = UpdateState.Trial(version: manifest.version, from: running, unwellBefore: unwell)
        state.writing = nil
        try state.write(in: folder)
        try progress(.addingEntry)
        try add(bundle, over: parts, progress)
    }

    private func write(
        _ part: UpdatePart, of bundle: UpdateBundle, over parts: RunningParts, to device: String,
        _ state: inout UpdateState, _ progress: (Step) throws(UpdateRefusal) -> Void
    ) throws(UpdateRefusal) {
        let descriptor = open(device, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .machine("\(device) cannot be written") }
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        let room = lseek(descriptor, 0, SEEK_END)
        guard bundle.manifest.parts[part]?.size ?? 0 <= room else { throw .tooLarge(part.rawValue) }
        var done = state.writing?.done[part.rawValue] ?? 0
        try attempt { try handle.seek(toOffset: UInt64(done)) }
        try bundle.read(part, from: done, by: piece, over: parts) { bytes in
            try progress(.writing(part, done))
            try handle.write(contentsOf: bytes)
            done += bytes.count
            if done % (8 * piece) == 0 {
                try handle.synchronize()
                state.writing?.done[part.rawValue] = done
                try state.write(in: folder)
            }
        }
        try attempt { try handle.synchronize() }
        state.writing?.done[part.rawValue] = done
        try state.write(in: folder)
    }

    /// From the disk, not from memory.
    private func digest(of device: String, count: Int) throws(UpdateRefusal) -> String {
        let descriptor = open(device, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .machine("\(device) cannot be read") }
        posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED)
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        var (hash, left) = (SHA256(), count)
        while left > 0 {
            guard let piece = try? handle.read(upToCount: min(left, 1 << 20)), !piece.isEmpty else { break }
            hash.update(data: piece)
            left -= piece.count
        }
        return hash.finalize().hex
    }

    /// The kernel finds the two partitions by the halves of the root's hash.
    private func name(
        _ slot: Slot, after manifest: UpdateManifest, _ progress: (Step) throws(UpdateRefusal) -> Void
    ) throws(UpdateRefusal) {
        let identifiers = manifest.partitionIdentifiers
        try PartitionTable(disk: slot.disk)
            .name([
                slot.dataNumber: identifiers.data, slot.hashesNumber: identifiers.hashes,
            ]) { () throws(UpdateRefusal) in try progress(.naming) }
    }

    private func add(
        _ bundle: UpdateBundle, over parts: RunningParts, _ progress: (Step) throws(UpdateRefusal) -> Void
    ) throws(UpdateRefusal) {
        let manifest = bundle.manifest
        do {
            try entries.add(manifest.version) { take in
                var (hash, done) = (SHA256(), 0)
                try bundle.read(.kernel, by: piece, over: parts) { bytes in
                    try progress(.writing(.kernel, done))
                    hash.update(data: bytes)
                    try take(bytes)
                    done += bytes.count
                }
                guard hash.finalize().hex == manifest.parts[.kernel]?.digest else {
                    throw UpdateRefusal.part(UpdatePart.kernel.rawValue)
                }
                try progress(.enteringKernel)
            }
        } catch let refusal as UpdateRefusal { throw refusal } catch { throw .machine("\(error)") }
    }

    private func attempt(_ act: () throws -> Void) throws(UpdateRefusal) {
        do { try act() } catch { throw .machine("\(error)") }
    }
}
