package import Core

/// 批量打印: the notices of a day that nobody has printed, one after the other, until a fault stops it.
package struct NoticeBatch: Hashable, Sendable {
    package enum Phase: Hashable, Sendable {
        /// Not begun, or stopped and to be gone on with.
        case ready
        case ordering
        case following(PrintToken, PrintProgress)
        case failed(Trouble)
    }

    /// The first is the one that is being printed.
    package var waiting: [StaffApplication]
    /// Sheets that are out; others had been printed before their turn came.
    package var printed = 0
    package var skipped: [StaffApplication] = []
    package var phase = Phase.ready

    package init(_ applications: [StaffApplication]) { waiting = applications }

    var total: Int { printed + skipped.count + waiting.count }

    /// A sheet is under way, or about to be.
    var isRunning: Bool {
        switch phase {
        case .ready, .failed: false
        case .ordering: true
        case .following(_, let progress): !progress.isEnd && !isAsking
        }
    }

    /// Goes on only when a person says so.
    var mayGoOn: Bool {
        switch phase {
        case .ready, .failed, .following(_, .ended(.failed)), .following(_, .ended(.cancelled)): !waiting.isEmpty
        case .ordering, .following: false
        }
    }

    var isAsking: Bool {
        if case .following(_, .ended(.unknown)) = phase { true } else { false }
    }
}

extension StaffApplication {
    /// No sheet of its notice is out, as far as the store knows.
    var isUnprinted: Bool { !copies.contains(where: \.isOut) }
}
