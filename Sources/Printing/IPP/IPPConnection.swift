import CCUPS
import Foundation

/// One connection for one request: libcups silently repeats a request on a connection that the server had closed, and
/// a repeated Send-Document could be a second sheet.
struct IPPConnection: ~Copyable {
    private let http: OpaquePointer
    private let resource: String

    /// - Parameter limit: milliseconds for connecting, and for each pause of the server's.
    init(to endpoint: IPPEndpoint, limit: Int32) throws(PrintServerFault) {
        let encryption = endpoint.isEncrypted ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_IF_REQUESTED
        guard
            let http = httpConnect2(
                endpoint.host, Int32(endpoint.port), nil, AF_UNSPEC, encryption, 1, limit, nil)
        else { throw .unreachable }
        httpSetTimeout(http, Double(limit) / 1000, { _, _ in 0 }, nil)  // 0: don't wait on.
        self.http = http
        resource = endpoint.resource
    }

    deinit { httpClose(http) }

    /// Sends the request and reads the groups of that tag from the answer.
    func perform(_ request: IPPRequest, reading group: ipp_tag_t) throws(PrintServerFault) -> IPPResponse {
        guard let encoded = request.encoded(), let response = cupsDoRequest(http, encoded, resource) else {
            throw Self.silence()
        }
        return try Self.checked(IPPResponse(response, group: group))
    }

    /// Sends the request with a document behind it.
    func perform(_ request: IPPRequest, document: Data) throws(PrintServerFault) {
        guard let encoded = request.encoded() else { throw .unreachable }
        defer { ippDelete(encoded) }
        var status = cupsSendRequest(http, encoded, resource, ippLength(encoded) + document.count)
        if status == HTTP_STATUS_CONTINUE {
            status = document.withUnsafeBytes { bytes in
                cupsWriteRequestData(http, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count)
            }
        }
        guard let response = cupsGetResponse(http, resource) else { throw Self.silence() }
        _ = try Self.checked(IPPResponse(response, group: IPP_TAG_JOB))
    }

    /// Without a response libcups may still know why: an HTTP 404 is told as "not found".
    private static func silence() -> PrintServerFault {
        cupsLastError() == IPP_STATUS_ERROR_NOT_FOUND ? .notFound : .unreachable
    }

    private static func checked(_ response: IPPResponse) throws(PrintServerFault) -> IPPResponse {
        switch response.status {
        case let status where status.rawValue <= IPP_STATUS_OK_EVENTS_COMPLETE.rawValue: return response
        case IPP_STATUS_ERROR_NOT_FOUND, IPP_STATUS_ERROR_GONE: throw .notFound
        case IPP_STATUS_ERROR_BUSY, IPP_STATUS_ERROR_SERVICE_UNAVAILABLE, IPP_STATUS_ERROR_TEMPORARY,
            IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS, IPP_STATUS_ERROR_NOT_POSSIBLE, IPP_STATUS_ERROR_INTERNAL,
            IPP_STATUS_ERROR_DEVICE, IPP_STATUS_ERROR_PRINTER_IS_DEACTIVATED, IPP_STATUS_ERROR_TIMEOUT:
            throw .busy
        default: throw .refused(reason: response.message)
        }
    }
}
