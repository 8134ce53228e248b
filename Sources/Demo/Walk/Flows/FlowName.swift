import ArgumentParser

/// The flows that have a walk, as `demo --scripted FLOW` takes them.
enum FlowName: String, CaseIterable, Sendable {
    case initial
    case `return`
    case withdraw
    case cancellation
    case renewal
    case staff
    case elsewhere
    case overdue
    case scan
    case correction
    case decline
    case collect
    case exchange
    case rename
    case receipt

    var flow: any WalkFlow {
        switch self {
        case .initial: InitialFlow()
        case .return: ReturnFlow()
        case .withdraw: WithdrawalFlow()
        case .cancellation: CancellationFlow()
        case .renewal: RenewalFlow()
        case .staff: StaffFlow()
        case .elsewhere: ElsewhereFlow(issued: "20250315")
        case .overdue: ElsewhereFlow(issued: "20210315")
        case .scan: ElsewhereFlow(issued: "20210315", way: .scanner)
        case .correction: CorrectionFlow()
        case .decline: DeclineFlow()
        case .collect: CollectionFlow()
        case .exchange: ExchangeFlow()
        case .rename: RenameFlow()
        case .receipt: ReceiptFlow()
        }
    }

    /// A flow's name, or `all`.
    static func flows(named name: String) throws -> [FlowName] {
        if name == "all" { return allCases }
        guard let flow = FlowName(rawValue: name) else {
            let names = allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("no flow \(name); flows: \(names), all")
        }
        return [flow]
    }
}
