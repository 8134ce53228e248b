package import Core

/// A person's registration, and which kinds may be started with it: in the kiosk and in the store.
package struct StandingCase: Sendable {
    package let name: String
    /// Days from today to the last day of the term; nil without a registration.
    package let endsInDays: Int?
    package let isVoid: Bool
    /// Codes of the reasons why not, by kind; a kind without one is offered.
    package let barred: [RegistrationKind: String]

    private init(
        _ name: String, endsInDays: Int?, isVoid: Bool = false, _ barred: [RegistrationKind: String]
    ) {
        self.name = name
        self.endsInDays = endsInDays
        self.isVoid = isVoid
        self.barred = barred
    }

    package static let all = [
        StandingCase("never registered", endsInDays: nil, [.renewal: "K-802", .cancellation: "K-802"]),
        StandingCase("long before the window", endsInDays: 400, [.initial: "K-803", .renewal: "K-804"]),
        StandingCase("the day before the window", endsInDays: 91, [.initial: "K-803", .renewal: "K-804"]),
        StandingCase("the first day of the window", endsInDays: 90, [.initial: "K-803"]),
        StandingCase("the last days", endsInDays: 30, [.initial: "K-803"]),
        StandingCase("the last day", endsInDays: 0, [.initial: "K-803"]),
        StandingCase("expired", endsInDays: -1, [.renewal: "K-805", .cancellation: "K-805"]),
        StandingCase(
            "cancelled", endsInDays: 400, isVoid: true, [.renewal: "K-802", .cancellation: "K-802"]),
    ]
}
