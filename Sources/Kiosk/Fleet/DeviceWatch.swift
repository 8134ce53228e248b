import CentralAPI
import Core
import Synchronization

/// What of the devices does not work now, by the readers' own events.
final class DeviceWatch: Sendable {
    private struct Readers {
        var isServiceUp = true
        var gone: Set<ReaderRole> = []
    }
    private let readers = Mutex(Readers())

    func note(_ event: CardEvent) {
        readers.withLock { readers in
            switch event {
            case .serviceDown: readers.isServiceUp = false
            case .serviceUp: readers.isServiceUp = true
            case .readerGone(let role): readers.gone.insert(role)
            case .readerBack(let role), .placed(let role), .removed(let role), .mute(let role):
                readers.gone.remove(role)
            }
        }
    }

    /// Without the service nobody knows of a reader.
    var ailments: [KioskReport.Ailment] {
        let readers = readers.withLock { $0 }
        guard readers.isServiceUp else {
            return [KioskReport.Ailment(.cardService, code: CardFault.serviceDown.advice.code)]
        }
        return ReaderRole.allCases.filter(readers.gone.contains).map { role in
            let part: KioskReport.Part = role == .identity ? .identityReader : .enterpriseReader
            return KioskReport.Ailment(part, code: CardFault.readerMissing(role).advice.code)
        }
    }
}
