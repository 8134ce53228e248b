/// Why staff let a notice be printed; stands in the store's audit.
package enum CopyReason: String, Hashable, Sendable, Codable, CaseIterable {
    /// 代申请人打印: nobody had printed it, or one more is asked for.
    case onRequest
    /// 遗失
    case lost
    /// 污损
    case damaged
    /// 打印不清
    case unreadable
    /// 卡纸, the sheet was lost in the machine.
    case jammed
}
