import Core
import Crypto
import Foundation
import GRDB

extension StorageFault {
    /// Whatever SQLite, the cipher or a decoder threw, in the words of this layer.
    init(_ error: any Error) {
        switch error {
        case let fault as StorageFault: self = fault
        case let error as DatabaseError: self.init(error)
        // A ciphertext that does not open under the right device key, or a row that is not what was written.
        case is CryptoKitError, is DecodingError: self = .damaged
        default: self = .unavailable
        }
    }

    private init(_ error: DatabaseError) {
        switch error.resultCode {
        case .SQLITE_FULL: self = .full
        case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH: self = .damaged
        case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_CORRUPTFS: self = .damaged
        // SQLite could not make its index of the log longer; everywhere else a full disk is SQLITE_FULL.
        case .SQLITE_IOERR where error.extendedResultCode == .SQLITE_IOERR_SHMSIZE: self = .full
        default: self = .unavailable
        }
    }
}
