/// The technician's screens.
package enum TechnicianPage: Hashable, Sendable {
    case home
    case selfTest(SelfTest)
    /// Nil until the kiosk has looked.
    case survey(KioskSurvey?)
    case log(KioskSurvey?)
    case touch(Set<TouchTile>)
    case machine(MachinePage)

    var name: String {
        switch self {
        case .home: "screen.technicianHome"
        case .selfTest: "screen.selfTest"
        case .survey: "screen.survey"
        case .log: "screen.log"
        case .touch: "screen.touchTest"
        case .machine(let page): page.asked == nil ? "screen.machine" : "screen.machineOrder"
        }
    }
}

/// A field of the touch test, painted where it was touched.
package struct TouchTile: Hashable, Sendable {
    package let row: Int
    package let column: Int
}
