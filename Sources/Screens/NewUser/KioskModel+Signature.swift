import Core
import Terminal

// 登记签名: once, after the phone is proved.
extension KioskModel {
    mutating func sign(_ pad: SignaturePad, _ stroke: Stroke) -> [Command] {
        var pad = pad
        // Whoever draws over what was brought draws anew.
        if pad.isBrought { pad = SignaturePad() }
        if pad.strokes.count < SignatureImage.mostStrokes { pad.strokes.append(stroke) }
        pad.problem = nil
        screen = .signaturePad(pad)
        return []
    }

    mutating func act(_ action: Action.SignaturePad) -> [Command] {
        guard case .signaturePad(var pad) = screen, let token = visit.token, !isBusy else { return [] }
        switch action {
        case .undo:
            pad.undo()
            screen = .signaturePad(pad)
            return []
        case .again:
            screen = .signaturePad(SignaturePad())
            return []
        case .bring:
            screen = .sourceChoice(SourceChoice(wanted: .signature(pad)))
            return []
        case .unable: return begin(.keepSignature(.typeset, token))
        case .done:
            do throws(SignatureProblem) {
                return begin(.keepSignature(.drawn(try SignatureImage(pad.strokes)), token))
            } catch {
                pad.problem = error
                screen = .signaturePad(pad)
                return []
            }
        }
    }

    mutating func takeSignatureKept(_ result: Result<Kept, Trouble>) -> [Command] {
        guard case .signaturePad = screen, case .applicant(var visit) = visit else { return [] }
        switch result {
        case .failure(let trouble): return stumble(trouble)
        case .success:
            visit.session.hasSignature = true
            self.visit = .applicant(visit)
            return enterList(visit.identity)
        }
    }
}

extension SignatureImage {
    fileprivate init(_ strokes: [Stroke]) throws(SignatureProblem) {
        try self.init(strokes.map { $0.points.map { Point(x: $0.x, y: $0.y) } })
    }
}
