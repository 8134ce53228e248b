// The fields that more than one of the forms has.
extension ApplicationForm {
    /// 申请人员意见
    package var isDeclared: Bool {
        get {
            switch self {
            case .initial(let form): form.isDeclared
            case .renewal(let form): form.isDeclared
            case .cancellation(let form): form.isDeclared
            }
        }
        set {
            switch self {
            case .initial(var form):
                form.isDeclared = newValue
                self = .initial(form)
            case .renewal(var form):
                form.isDeclared = newValue
                self = .renewal(form)
            case .cancellation(var form):
                form.isDeclared = newValue
                self = .cancellation(form)
            }
        }
    }

    /// Nil, and left alone, on a cancellation.
    package var educationHours: Int? {
        get {
            switch self {
            case .initial(let form): form.educationHours
            case .renewal(let form): form.educationHours
            case .cancellation: nil
            }
        }
        set {
            switch self {
            case .initial(var form):
                form.educationHours = newValue
                self = .initial(form)
            case .renewal(var form):
                form.educationHours = newValue
                self = .renewal(form)
            case .cancellation: break
            }
        }
    }

    /// Nil, and left alone, on a cancellation, which does not ask for it.
    package var enterprisePhone: String? {
        get {
            switch self {
            case .initial(let form): form.enterprisePhone
            case .renewal(let form): form.enterprisePhone
            case .cancellation: nil
            }
        }
        set {
            switch self {
            case .initial(var form):
                form.enterprisePhone = newValue ?? ""
                self = .initial(form)
            case .renewal(var form):
                form.enterprisePhone = newValue ?? ""
                self = .renewal(form)
            case .cancellation: break
            }
        }
    }
}
