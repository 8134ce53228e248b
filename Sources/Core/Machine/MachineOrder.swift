/// What a technician may have the appliance do. The screen's program cannot do it: it asks a service of root's, with the
/// order signed by the technician's card.
package enum MachineOrder: String, Codable, CaseIterable, Hashable, Sendable {
    case restart
    /// The version before this one comes back, and this one is not taken again.
    case rollBack
    /// Writes the support bundle to the stick that is in.
    case supportToStick
    /// Makes the support bundle for the screen's program to bring to the store.
    case supportToStore
    /// Shreds all that is kept on this machine and starts it as a new one.
    case factoryReset
}
