import Core
import Foundation
import Terminal

// 新用户注册: the phone number proved by a code. The code page serves the personal signature too.
extension KioskModel {
    mutating func act(_ action: Action.PhoneEntry) -> [Command] {
        guard case .phoneEntry(var entry) = screen, case .applicant(let visit) = visit, !isBusy else { return [] }
        switch action {
        case .key(let key):
            entry.digits.take(key, limit: 11)
            entry.problem = nil
            screen = .phoneEntry(entry)
            return []
        case .send:
            do throws(PhoneNumberProblem) {
                return begin(.requestPhoneCode(try PhoneNumber(entry.digits), visit.session.token))
            } catch {
                entry.problem = error
                screen = .phoneEntry(entry)
                return []
            }
        }
    }

    /// A code is on its way: the first one opens the code page, a later one goes on with it.
    mutating func takeTicket(_ result: Result<CodeTicket, Trouble>) -> [Command] {
        switch (screen, result) {
        case (.phoneEntry(let entry), .success(let ticket)):
            guard case .applicant(var visit) = visit, let phone = try? PhoneNumber(entry.digits) else { return [] }
            visit.phoneDigits = entry.digits
            self.visit = .applicant(visit)
            screen = .codeEntry(
                CodeEntry(purpose: .phone(phone), ticket: ticket, resendAfter: ticket.resendAfter))
            return []
        case (.codeEntry(var entry), .success(let ticket)):
            entry.ticket = ticket
            entry.problem = nil
            entry.resendAfter = ticket.resendAfter
            entry.code.erase()
            screen = .codeEntry(entry)
            return []
        case (.codeEntry(var entry), .failure(.store(.tooManyCodes(let wait)))):
            entry.resendAfter = now.addingTimeInterval(TimeInterval(wait))
            screen = .codeEntry(entry)
            return stumble(.store(.tooManyCodes(retryAfter: wait)))
        case (_, .failure(let trouble)): return stumble(trouble)
        case (_, .success): return []
        }
    }
}

// MARK: The code

extension KioskModel {
    mutating func act(_ action: Action.CodeEntry) -> [Command] {
        guard case .codeEntry(var entry) = screen, case .applicant(let visit) = visit, !isBusy else { return [] }
        switch action {
        case .key(let key):
            entry.code.take(key, limit: CodeEntry.length)
            if entry.problem != .noTriesLeft { entry.problem = nil }
            screen = .codeEntry(entry)
            return []
        case .submit:
            return submit(entry, visit)
        case .resend:
            guard entry.resendAfter.map({ $0 <= now }) ?? true else { return [] }
            return requestCode(entry.purpose, visit.session.token)
        case .back:
            entry.code.erase()
            switch entry.purpose {
            case .phone: screen = .phoneEntry(PhoneEntry(digits: visit.phoneDigits))
            case .signing(let preview): screen = .preview(preview)
            }
            return []
        }
    }

    mutating func requestCode(_ purpose: CodeEntry.Purpose, _ token: SessionToken) -> [Command] {
        switch purpose {
        case .phone(let phone): begin(.requestPhoneCode(phone, token))
        case .signing: begin(.requestSigningCode(token))
        }
    }

    private mutating func submit(_ entry: CodeEntry, _ visit: ApplicantVisit) -> [Command] {
        guard let ticket = entry.ticket, entry.code.count == CodeEntry.length, entry.mayBeTried(at: now) else {
            return []
        }
        switch entry.purpose {
        case .phone:
            return begin(.registerApplicant(ticket.id, code: entry.code, visit.session.token))
        case .signing(let preview):
            return begin(
                .signPersonally(
                    preview.registration, photo: visit.session.photo, code: entry.code, visit.session.token))
        }
    }

    /// The wrong code is taken out, so that the next can be typed at once; everything else stays.
    mutating func codeFailed(_ entry: CodeEntry, _ trouble: Trouble) -> [Command] {
        var entry = entry
        switch trouble {
        case .store(.wrongCode(let triesLeft)):
            entry.problem = triesLeft > 0 ? .wrong(triesLeft: triesLeft) : .noTriesLeft
        case .store(.codeExpired):
            entry.problem = .expired
        case .store, .card, .printer, .storage, .paper, .staff, .file, .attachment, .signature, .machine:
            return stumble(trouble)
        }
        entry.code.erase()
        screen = .codeEntry(entry)
        return []
    }
}

extension CodeEntry {
    func mayBeTried(at now: Date) -> Bool {
        problem != .noTriesLeft && problem != .expired && ticket.map { now < $0.expiresAt } ?? false
    }
}

extension String {
    /// One key of a digit pad.
    mutating func take(_ key: KeyboardKey, limit: Int) {
        switch key {
        case .character(let character): if count < limit { append(character) }
        case .backspace: if !isEmpty { removeLast() }
        case .clear: removeAll()
        case .space, .confirm, .candidate, .moreCandidates, .suggestion, .mode, .originalCharacters: break
        }
    }
}

extension Secret {
    func take(_ key: KeyboardKey, limit: Int) {
        switch key {
        case .character(let character):
            if count < limit, let digit = character.asciiValue, (48...57).contains(digit) { append(digit) }
        case .backspace: removeLast()
        case .clear: erase()
        case .space, .confirm, .candidate, .moreCandidates, .suggestion, .mode, .originalCharacters: break
        }
    }
}
