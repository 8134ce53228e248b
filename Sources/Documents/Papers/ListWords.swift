import Core

extension ApplicationFormContent {
    func words(photo: Photo?) -> PaperWords {
        var words = PaperWords(.form(of: kind), ["title": title, "applicationID": "\(applicationID)"])
        words.sections = sections
        words.statements = ["declaration": declaration, "opinion": opinion]
        words.photo = photo
        return words
    }
}

extension CertificateContent {
    func words(photo: Photo) -> PaperWords {
        var words = PaperWords(.registrationCertificate, office.words).adding([
            "number": number, "holder": holderName, "sex": sex.chinese, "idNumber": maskedIDNumber,
            "enterprise": enterprise.name, "creditCode": enterprise.code.text, "issuedOn": issuedOn.chinese,
            "validThrough": validThrough.chinese, "verificationLink": verificationLink,
        ])
        words.photo = photo
        return words
    }
}

extension RenameList {
    var words: PaperWords {
        var words = PaperWords(.renameList, office.words).adding([
            "oldName": oldName, "enterprise": enterprise.name, "creditCode": enterprise.code.text,
            "renamedOn": renamedOn.chinese, "count": "\(entries.count)",
        ])
        words.lists["certificates"] = entries.enumerated().map { index, entry in
            [
                "index": "\(index + 1)", "number": entry.number, "name": entry.maskedName,
                "idNumber": entry.maskedIDNumber,
            ]
        }
        return words
    }
}

extension HandOverList {
    var words: PaperWords {
        var words = PaperWords(
            .handOverList,
            ["day": day.chinese, "hall": hall, "staff": staffNumber, "count": "\(entries.count)"])
        words.lists["applications"] = entries.enumerated().map { index, entry in
            [
                "index": "\(index + 1)", "number": "\(entry.number)", "matter": entry.kind.chinese,
                "name": entry.maskedName, "enterprise": entry.enterpriseName, "copies": "\(entry.copies)",
            ]
        }
        return words
    }
}
