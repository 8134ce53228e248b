import Core
import Foundation
import Logging
import Sync
import Synchronization

/// Looks after the certificate of a machine that serves: has the next one made in time, and sees which of two the store
/// takes. A new one comes into force when the program starts again, once nobody is there.
final class IdentityKeeper: Sendable {
    private let enroller: Enroller
    /// Whether the store takes what is in force.
    private let probe: @Sendable () async throws(StoreFault) -> Void
    private let logger: Logger
    /// Between two looks; the second after a store that did not answer.
    private let pauses: (usual: Duration, short: Duration)
    private let restart = Mutex(false)

    init(
        _ enroller: Enroller, pauses: (usual: Duration, short: Duration) = (.seconds(3_600), .seconds(60)),
        logger: Logger, probe: @escaping @Sendable () async throws(StoreFault) -> Void
    ) {
        (self.enroller, self.pauses, self.logger, self.probe) = (enroller, pauses, logger, probe)
    }

    /// The program is to start again.
    var wantsRestart: Bool { restart.withLock { $0 } }

    /// Returns when there is something new to start with, or the task was cancelled.
    func run() async {
        while !Task.isCancelled {
            switch await look() {
            case .isNew:
                restart.withLock { $0 = true }
                return
            case .isWell: try? await Task.sleep(for: pauses.usual)
            case .isOpen: try? await Task.sleep(for: pauses.short)
            }
        }
    }

    enum Finding: Hashable, Sendable {
        case isWell
        /// Something is still to be done, and could not be.
        case isOpen
        /// Another certificate is in force, or none any more.
        case isNew
    }

    func look() async -> Finding {
        guard let standing = enroller.standing else { return .isNew }
        do throws(StoreFault) { try await probe() } catch {
            guard error == .notEnrolled else { return standing.isUntried || isDue(standing) ? .isOpen : .isWell }
            return await recover(standing)
        }
        if standing.isUntried { enroller.folder.confirm() }
        guard isDue(standing) else { return .isWell }
        do throws(EnrolmentFault) {
            try await enroller.renew()
            logger.notice("the certificate was renewed")
            return .isNew
        } catch {
            logger.warning("the certificate is not renewed", metadata: ["fault": "\(error)"])
            return .isOpen
        }
    }

    private func isDue(_ standing: IdentityFolder.Standing) -> Bool { standing.isDue(at: enroller.now()) }

    /// The store does not take it: the one before it, or a code that has brought none yet.
    private func recover(_ standing: IdentityFolder.Standing) async -> Finding {
        if standing.isUntried, enroller.folder.takeBack() { return .isNew }
        guard !enroller.folder.hasUsed(enroller.code) else { return .isOpen }
        do throws(EnrolmentFault) {
            try await enroller.enrol()
            logger.notice("enrolled again")
            return .isNew
        } catch {
            logger.warning("not enrolled again", metadata: ["fault": "\(error)"])
            return .isOpen
        }
    }
}
