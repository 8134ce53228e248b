package enum SigningFault: Error, Hashable, Sendable {
    /// Not a form of ours, or damaged.
    case formUnreadable
    /// The field is signed already; an edited form is typeset anew, never signed again.
    case alreadySigned
    /// The enterprise seals what the person has signed.
    case personalSignatureMissing
    case certificateUnreadable
    /// Neither P-256 nor RSA from 2048 bits on.
    case keyUnsupported
    /// The signature that came back was not made by the certificate's key over this form.
    case signatureRejected
    /// The certificates do not fit into the field.
    case tooLarge
}
