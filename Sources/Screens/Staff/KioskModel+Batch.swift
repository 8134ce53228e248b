import Core

// The notices of the day that nobody has printed, one sheet at a time. The ledger keeps each from coming twice: what it
// has printed is passed over, what it has open is followed.
extension KioskModel {
    var unprintedToday: [StaffApplication] { (corner?.today ?? []).filter(\.isUnprinted).reversed() }

    mutating func openBatch() -> [Command] {
        guard !unprintedToday.isEmpty, !isBusy else { return [] }
        screen = .staff(.batch(NoticeBatch(unprintedToday)))
        return []
    }

    /// Begins, goes on after a fault, or tries the same sheet again.
    mutating func goOn(_ batch: NoticeBatch) -> [Command] {
        guard batch.mayGoOn, !isBusy else { return [] }
        return printNext(of: batch)
    }

    /// Leaves out the one that would not be printed.
    mutating func skip(_ batch: NoticeBatch) -> [Command] {
        guard batch.mayGoOn, batch.phase != .ready, !isBusy else { return [] }
        var batch = batch
        batch.skipped.append(batch.waiting.removeFirst())
        return printNext(of: batch)
    }

    mutating func cancelSheet(of batch: NoticeBatch) -> [Command] {
        guard case .following(let token, let progress) = batch.phase, !progress.isEnd else { return [] }
        return [errands.command(.cancelPrint(token), in: .none)]
    }

    mutating func confirmSheet(of batch: NoticeBatch, isOut: Bool) -> [Command] {
        guard batch.isAsking, case .following(let token, _) = batch.phase, let first = batch.waiting.first else {
            return []
        }
        return [errands.command(.confirmSheet(token, of: first.id, isOut: isOut), in: .none)]
    }

    mutating func takeStart(_ result: Result<PrintStart, Trouble>, _ batch: NoticeBatch) -> [Command] {
        var batch = batch
        switch result {
        case .success(.ordered(let order)): batch.phase = .following(order.token, .waiting)
        case .success(.alreadyPrinted): return finishFirst(of: batch, isPrinted: false)
        case .failure(let trouble): batch.phase = .failed(trouble)
        }
        screen = .staff(.batch(batch))
        return []
    }

    mutating func note(_ progress: PrintProgress, of token: PrintToken, _ batch: NoticeBatch) -> [Command] {
        guard case .following(token, _) = batch.phase else { return [] }
        var batch = batch
        batch.phase = .following(token, progress)
        screen = .staff(.batch(batch))
        if case .ended(.printed) = progress { return finishFirst(of: batch, isPrinted: true) }
        return []
    }

    private mutating func finishFirst(of batch: NoticeBatch, isPrinted: Bool) -> [Command] {
        var batch = batch
        if !batch.waiting.isEmpty { batch.waiting.removeFirst() }
        if isPrinted { batch.printed += 1 }
        return printNext(of: batch)
    }

    private mutating func printNext(of batch: NoticeBatch) -> [Command] {
        var batch = batch
        guard let next = batch.waiting.first, let token = visit.token else {
            batch.phase = .ready
            screen = .staff(.batch(batch))
            return []
        }
        batch.phase = .ordering
        screen = .staff(.batch(batch))
        return begin(.printFirstCopy(next.id, token))
    }
}
