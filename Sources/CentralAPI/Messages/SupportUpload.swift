package import Foundation

/// What a technician has a kiosk bring: CMS, for the site's key alone.
package struct SupportUpload: Hashable, Sendable, Codable {
    package let bundle: Data

    package init(bundle: Data) { self.bundle = bundle }
}
