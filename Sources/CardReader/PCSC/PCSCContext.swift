import CPCSC

/// One connection to pcscd. For one thread at a time: calls on the same context wait for each other, even behind a
/// wait for events.
///
/// It does not survive the daemon: after a restart it answers E_NO_SERVICE for ever, while SCardIsValidContext still
/// calls it valid. So contexts are made for one task and thrown away.
final class PCSCContext {
    let handle: SCARDCONTEXT

    init() throws(PCSCCode) {
        var handle: SCARDCONTEXT = 0
        try pcsc { SCardEstablishContext(UInt(SCARD_SCOPE_SYSTEM), nil, nil, &handle) }
        self.handle = handle
    }

    deinit { SCardReleaseContext(handle) }

    /// Names of the readers, none when there are none.
    func readers() throws(PCSCCode) -> [String] {
        do throws(PCSCCode) {
            var size: UInt = 0
            try pcsc { SCardListReaders(handle, nil, nil, &size) }
            var buffer = [CChar](repeating: 0, count: Int(size))
            try pcsc { SCardListReaders(handle, nil, &buffer, &size) }
            let bytes = buffer.prefix(Int(size)).map { UInt8(bitPattern: $0) }
            return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        } catch {
            if error == PCSCCode(SCARD_E_NO_READERS_AVAILABLE) { return [] }
            throw error
        }
    }

    /// Waits until a state differs from the one given with it.
    /// - Returns: the new states, nil when the time was up first.
    func awaitChange(of states: [ReaderState], milliseconds: UInt) throws(PCSCCode) -> [ReaderState]? {
        let names = states.map { $0.reader.utf8CString }
        var pool = names.flatMap { Array($0) }
        let (code, changed) = pool.withUnsafeMutableBufferPointer { pool in
            var raw: [SCARD_READERSTATE] = []
            var offset = 0
            for (state, name) in zip(states, names) {
                var entry = SCARD_READERSTATE()
                entry.szReader = pool.baseAddress.map { UnsafePointer($0 + offset) }
                entry.dwCurrentState = state.flags
                raw.append(entry)
                offset += name.count
            }
            let code = PCSCCode(SCardGetStatusChange(handle, milliseconds, &raw, UInt(raw.count)))
            return (code, zip(states, raw).map { ReaderState(reader: $0.reader, raw: $1) })
        }
        if code == PCSCCode(SCARD_E_TIMEOUT) { return nil }
        guard code.isSuccess else { throw code }
        return changed
    }
}
