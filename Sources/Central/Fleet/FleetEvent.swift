import CentralAPI
import Foundation

/// What happened to the versions of a kiosk, as the difference between two of its reports tells.
enum FleetEvent: Hashable, Sendable, Codable {
    case runs(version: String)
    case onTrial(version: String)
    /// It went back from it.
    case failed(version: String, reason: String)
    /// A bundle that its updater did not take.
    case refused(reason: String)
    /// A site file in force.
    case site(version: Int)
    /// A site file that was taken back.
    case siteFailed(version: Int)
}

extension KioskReport {
    /// - Parameter earlier: nil for a kiosk that is new here.
    func events(since earlier: KioskReport?) -> [FleetEvent] {
        guard let appliance else { return [] }
        let before = earlier?.appliance
        var events: [FleetEvent] = []
        for failure in appliance.failed where before?.failed.contains(failure) != true {
            events.append(.failed(version: failure.version, reason: failure.reason))
        }
        if appliance.version != before?.version { events.append(.runs(version: appliance.version)) }
        if let trial = appliance.trial, trial.version != before?.trial?.version {
            events.append(.onTrial(version: trial.version))
        }
        if let refused = appliance.refused, refused != before?.refused {
            events.append(.refused(reason: refused.reason))
        }
        for version in appliance.site.failed where before?.site.failed.contains(version) != true {
            events.append(.siteFailed(version: version))
        }
        if let version = appliance.site.version, version != before?.site.version {
            events.append(.site(version: version))
        }
        return events
    }
}
