/// What speaks: a synthesiser, or a test that listens.
package protocol Voice: Sendable {
    /// Takes what is to be said, in this order, and answers at once.
    func say(_ utterances: [Utterance])

    /// Silence now; nothing that waited is ever said.
    func hush()
}
