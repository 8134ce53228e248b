extension ApplicationForm {
    /// The files that the form names, each for what it is.
    package var attachments: [(kind: AttachmentKind, file: FileReference)] {
        let files: [(AttachmentKind, FileReference?)] =
            switch self {
            case .initial(let form):
                [
                    (.photo, form.photo), (.qualificationScan, form.qualificationScan),
                    (.educationProof, form.educationProof),
                ]
            case .renewal(let form): [(.photo, form.photo)]
            case .cancellation(let form): [(.photo, form.photo)]
            }
        return files.compactMap { kind, file in file.map { (kind, $0) } }
    }

    /// Nothing changes where a form has no place for such a file.
    package mutating func attach(_ file: FileReference?, as kind: AttachmentKind) {
        switch self {
        case .initial(var form):
            switch kind {
            case .photo: form.photo = file
            case .qualificationScan: form.qualificationScan = file
            case .educationProof: form.educationProof = file
            }
            self = .initial(form)
        case .renewal(var form):
            if kind == .photo { form.photo = file }
            self = .renewal(form)
        case .cancellation(var form):
            if kind == .photo { form.photo = file }
            self = .cancellation(form)
        }
    }
}
