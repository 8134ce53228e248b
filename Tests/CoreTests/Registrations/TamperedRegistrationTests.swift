import Core
import Foundation
import Testing

/// A row that no sequence of events could have made is not read.
@Suite struct TamperedRegistrationTests {
    private typealias Fields = [String: Any]

    @Test func `a row of another state, revision, history, paper or acceptance is refused`() throws {
        var deed = Deed()
        let edited = try {
            var registration = try deed.registration(.initial, in: .personallySigned)
            for name in [RegistrationEvent.Name.edit, .save, .signPersonally, .seal, .accept] {
                _ = try deed.perform(name, on: &registration)
            }
            return registration
        }()
        #expect(try read(edited) { _ in } == edited)
        try expectRefused(edited) { $0["state"] = "approved" }
        try expectRefused(edited) { $0["state"] = "cancelled" }
        try expectRefused(edited) { $0["revision"] = 99 }
        try expectRefused(edited) { $0["history"] = [Fields]() }
        try expectRefused(edited) { fields in
            fields["history"] = ((fields["history"] as? [Fields]) ?? []).reversed() as [Fields]
        }
        try expectRefused(edited) { fields in
            fields["papers"] = ((fields["papers"] as? [Fields]) ?? []).map { $0.merging(["isVoid": false]) { $1 } }
        }
        try expectRefused(edited) { $0["acceptance"] = nil }
        try expectRefused(edited) { $0["form"] = nil }
    }

    @Test func `an initial application does not turn into a cancellation`() throws {
        var deed = Deed()
        let sealed = try deed.registration(.initial, in: .sealed)
        let form = try JSONSerialization.jsonObject(with: JSONEncoder().encode(Sample.form(.cancellation)))
        try expectRefused(sealed) { $0["form"] = form }
    }

    private func expectRefused(_ registration: Registration, _ change: (inout Fields) -> Void) throws {
        #expect(throws: DecodingError.self) { try read(registration, change) }
    }

    private func read(_ registration: Registration, _ change: (inout Fields) -> Void) throws -> Registration {
        let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(registration))
        var fields = try #require(object as? Fields)
        change(&fields)
        return try JSONDecoder().decode(Registration.self, from: JSONSerialization.data(withJSONObject: fields))
    }
}
