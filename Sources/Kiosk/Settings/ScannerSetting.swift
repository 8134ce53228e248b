import Foundation

/// The scanner beside this kiosk: an address where it speaks eSCL, or a program of its own for one that has a driver of
/// SANE alone.
enum ScannerSetting: Codable, Hashable, Sendable {
    case address(URL)
    /// `scanimage`, and the device as it lists it.
    case program(String, device: String)

    private enum Key: String, CodingKey { case program, device }

    init(from decoder: any Decoder) throws {
        if let text = try? decoder.singleValueContainer().decode(String.self) {
            guard let address = URL(string: text), ["http", "https"].contains(address.scheme),
                !(address.host() ?? "").isEmpty
            else {
                throw DecodingError.dataCorrupted(
                    .init(codingPath: decoder.codingPath, debugDescription: "should be http://…/eSCL, or a program"))
            }
            self = .address(address)
            return
        }
        let fields = try decoder.container(keyedBy: Key.self)
        self = .program(
            try fields.decode(String.self, forKey: .program), device: try fields.decode(String.self, forKey: .device))
    }

    func encode(to encoder: any Encoder) throws {
        switch self {
        case .address(let address):
            var container = encoder.singleValueContainer()
            try container.encode(address.absoluteString)
        case .program(let program, let device):
            var fields = encoder.container(keyedBy: Key.self)
            try fields.encode(program, forKey: .program)
            try fields.encode(device, forKey: .device)
        }
    }
}
