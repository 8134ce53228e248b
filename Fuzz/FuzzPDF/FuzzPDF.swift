import Core
import Dispatch
import Documents
import Foundation

/// A file that claims to be a signed form is judged, never believed: no root here has signed anything.
@_cdecl("LLVMFuzzerTestOneInput")
func fuzzPDF(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    _ = PaperPress.pageCount(of: bytes)
    let done = DispatchSemaphore(value: 0)
    Task.detached {
        let verdict = try? await verifier?.verify(bytes, at: Date(timeIntervalSince1970: 1_795_320_000))
        precondition(verdict == nil)
        done.signal()
    }
    done.wait()
    return 0
}

private let verifier = { () -> SignatureVerifier? in
    let authority = try? PersonCertificateAuthority.makeRoot(
        name: "Fuzz", key: Array(1...32), serial: Array(1...16), at: Date(timeIntervalSince1970: 1_795_000_000),
        years: 1)
    return authority.flatMap { try? SignatureVerifier(personRoots: [$0.root], enterpriseRoots: [$0.root]) }
}()
