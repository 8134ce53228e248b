package import Foundation

/// Messages of the Cloud Signature Consortium's API v1.0.4 (section 11), with its own names. Optional members that
/// this store does not read are left out: JSON decoding passes over them.
package enum CSC {
    /// 11.4 credentials/list
    package struct CredentialsListRequest: Hashable, Sendable, Codable {
        package init() {}
    }

    package struct CredentialsList: Hashable, Sendable, Codable {
        package let credentialIDs: [String]
        package init(credentialIDs: [String]) { self.credentialIDs = credentialIDs }
    }

    /// 11.5 credentials/info
    package struct CredentialsInfoRequest: Hashable, Sendable, Codable {
        package let credentialID: String
        /// `none`, `single` or `chain`.
        package let certificates: String?

        package init(credentialID: String, certificates: String? = "chain") {
            self.credentialID = credentialID
            self.certificates = certificates
        }
    }

    package struct CredentialsInfo: Hashable, Sendable, Codable {
        package let description: String
        package let key: Key
        package let cert: Certificate
        /// `explicit`: PIN or OTP come in credentials/authorize.
        package let authMode: String
        /// `2`: the SAD is bound to the hash.
        package let SCAL: String
        package let OTP: OneTimePassword
        package let multisign: Int

        package init(
            description: String, key: Key, cert: Certificate, authMode: String, SCAL: String, OTP: OneTimePassword,
            multisign: Int
        ) {
            self.description = description
            self.key = key
            self.cert = cert
            self.authMode = authMode
            self.SCAL = SCAL
            self.OTP = OTP
            self.multisign = multisign
        }
    }

    package struct Key: Hashable, Sendable, Codable {
        /// `enabled` or `disabled`.
        package let status: String
        /// OIDs of the signature algorithms.
        package let algo: [String]
        /// Bits.
        package let len: Int
        package let curve: String?

        package init(status: String, algo: [String], len: Int, curve: String?) {
            self.status = status
            self.algo = algo
            self.len = len
            self.curve = curve
        }
    }

    package struct Certificate: Hashable, Sendable, Codable {
        /// `valid`, `expired`, `revoked` or `suspended`.
        package let status: String
        /// DER in base64, the holder's own first.
        package let certificates: [Data]?

        package init(status: String, certificates: [Data]?) {
            self.status = status
            self.certificates = certificates
        }
    }

    package struct OneTimePassword: Hashable, Sendable, Codable {
        /// `true`, `false` or `optional`.
        package let presence: String
        /// `online`: sent after credentials/sendOTP.
        package let type: String
        /// `N`: digits.
        package let format: String

        package init(presence: String, type: String, format: String) {
            self.presence = presence
            self.type = type
            self.format = format
        }
    }

    /// 11.9 credentials/sendOTP
    package struct SendOTPRequest: Hashable, Sendable, Codable {
        package let credentialID: String
        package init(credentialID: String) { self.credentialID = credentialID }
    }

    /// 11.6 credentials/authorize
    package struct AuthorizeRequest: Hashable, Sendable, Codable {
        package let credentialID: String
        package let numSignatures: Int
        /// Base64 of the SHA-256 values that may be signed.
        package let hash: [Data]
        package let OTP: WireSecret

        package init(credentialID: String, hash: [Data], OTP: WireSecret) {
            self.credentialID = credentialID
            numSignatures = hash.count
            self.hash = hash
            self.OTP = OTP
        }
    }

    package struct Authorization: Hashable, Sendable, Codable {
        /// Signature Activation Data: releases the key once, for these hashes.
        package let SAD: WireSecret
        /// Seconds.
        package let expiresIn: Int

        package init(SAD: WireSecret, expiresIn: Int) {
            self.SAD = SAD
            self.expiresIn = expiresIn
        }
    }

    /// 11.10 signatures/signHash
    package struct SignHashRequest: Hashable, Sendable, Codable {
        package let credentialID: String
        package let SAD: WireSecret
        package let hash: [Data]
        package let hashAlgo: String
        package let signAlgo: String

        package init(credentialID: String, SAD: WireSecret, hash: [Data]) {
            self.credentialID = credentialID
            self.SAD = SAD
            self.hash = hash
            hashAlgo = CSC.sha256
            signAlgo = CSC.ecdsaWithSHA256
        }
    }

    package struct Signatures: Hashable, Sendable, Codable {
        /// Base64; ECDSA as DER.
        package let signatures: [Data]
        package init(signatures: [Data]) { self.signatures = signatures }
    }

    package static let sha256 = "2.16.840.1.101.3.4.2.1"
    package static let ecdsaWithSHA256 = "1.2.840.10045.4.3.2"
    package static let curveP256 = "1.2.840.10045.3.1.7"
}
