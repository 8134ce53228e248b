import Hummingbird
import Logging
import NIOCore

/// What a page's handler knows besides the request: from which address it came.
struct OfficeContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let address: String

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? "unknown"
    }

    /// Forms only: a list of corrections is the longest.
    var maxUploadSize: Int { 65_536 }
}
