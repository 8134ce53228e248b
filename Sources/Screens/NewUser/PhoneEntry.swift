package import Core

/// 新用户注册: the phone to be proved.
package struct PhoneEntry: Hashable, Sendable {
    package var digits = ""
    package var problem: PhoneNumberProblem?
}
