package import Foundation

/// Where the store is and by which certificates kiosk and store know each other. All files are PEM.
package struct StoreConnection: Hashable, Sendable {
    /// `https://host:port`, without a path.
    package let baseURL: URL
    /// The roots that may have issued the store's certificate; no other root of the system counts.
    package let rootsFile: String
    /// The kiosk's own certificate first, then what issued it.
    package let certificateFile: String
    package let keyFile: String
    package var connectTimeout: Duration = .seconds(5)
    /// A connection that nobody uses is closed after this, and all that it holds is gone.
    package var idleTimeout: Duration = .seconds(3)
    /// From the first byte sent to the last byte read.
    package var answerTimeout: Duration = .seconds(15)

    package init(
        baseURL: URL, rootsFile: String, certificateFile: String, keyFile: String,
        connectTimeout: Duration = .seconds(5), answerTimeout: Duration = .seconds(15)
    ) {
        self.baseURL = baseURL
        self.rootsFile = rootsFile
        self.certificateFile = certificateFile
        self.keyFile = keyFile
        self.connectTimeout = connectTimeout
        self.answerTimeout = answerTimeout
    }
}
