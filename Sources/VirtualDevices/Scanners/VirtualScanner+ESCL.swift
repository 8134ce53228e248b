import Foundation

// The device's side of eSCL (Mopria eSCL specification 2.63).
extension VirtualScanner {
    typealias Response = LoopbackServer.Response

    func answer(_ request: LoopbackServer.Request) -> Response {
        let parts = request.path.split(separator: "/").map(String.init)
        guard parts.first == "eSCL" else { return Response(status: "404 Not Found") }
        switch (request.method, Array(parts.dropFirst())) {
        case ("GET", ["ScannerCapabilities"]): return document(Self.capabilities)
        case ("GET", ["ScannerStatus"]): return document(status)
        case ("POST", ["ScanJobs"]): return begin(request.body)
        case ("GET", let rest) where rest.count == 3 && rest[0] == "ScanJobs" && rest[2] == "NextDocument":
            return nextDocument(rest[1])
        case ("DELETE", let rest) where rest.count == 2 && rest[0] == "ScanJobs":
            return Response(status: end(rest[1]) ? "200 OK" : "404 Not Found")
        default: return Response(status: "404 Not Found")
        }
    }

    private func document(_ xml: String) -> Response {
        Response(status: "200 OK", headers: ["Content-Type": "text/xml"], body: Data(xml.utf8))
    }

    private func begin(_ body: Data) -> Response {
        guard let settings = VirtualScan(body) else { return Response(status: "400 Bad Request") }
        let refusal: String? = lock.withLock {
            switch trouble {
            case .busy: return "503 Service Unavailable"
            case .jam, .openCover: return "409 Conflict"
            case .jamAtSecondSheet, .endsAfterFirstSheet, nil:
                if jobs.values.contains(where: { !$0.isOver }) { return "503 Service Unavailable" }
                return settings.isFromFeeder && feeder.isEmpty ? "409 Conflict" : nil
            }
        }
        if let refusal { return Response(status: refusal) }
        let id = add(Job(isFromFeeder: settings.isFromFeeder, settings: settings))
        // A device behind IPP-USB does not know the port at which it is asked.
        return Response(status: "201 Created", headers: ["Location": "http://localhost/eSCL/ScanJobs/\(id)"])
    }

    private func nextDocument(_ id: String) -> Response {
        enum Next { case sheet(Data, VirtualScan), answer(String) }
        let next: Next = lock.withLock {
            guard var job = jobs[id], !job.isOver else { return .answer("404 Not Found") }
            if job.sheetsDone == 1 {
                if trouble == .jamAtSecondSheet { trouble = .jam }
                if trouble == .jam || trouble == .endsAfterFirstSheet {
                    if trouble == .endsAfterFirstSheet { trouble = nil }
                    jobs[id]?.isOver = true
                    return .answer("410 Gone")
                }
            }
            guard let sheet = job.isFromFeeder ? feeder.first : job.sheetsDone == 0 ? glass ?? Self.emptyGlass : nil
            else {
                jobs[id]?.isOver = true
                return .answer("404 Not Found")
            }
            if job.isFromFeeder { feeder.removeFirst() }
            job.sheetsDone += 1
            jobs[id] = job
            return .sheet(sheet, job.settings)
        }
        switch next {
        case .answer(let status): return Response(status: status)
        case .sheet(let sheet, let settings):
            Thread.sleep(forTimeInterval: pause / .seconds(1))
            guard let jpeg = settings.scan(sheet) else { return Response(status: "500 Internal Server Error") }
            return Response(
                status: "200 OK", headers: ["Content-Type": "image/jpeg"], body: jpeg, isChunked: true)
        }
    }

    /// The lid's white.
    private static let emptyGlass = SampleFiles.pdf([])

    private var status: String {
        let (state, feederState): (String, String) = lock.withLock {
            let isAtWork = trouble == .busy || jobs.values.contains { !$0.isOver }
            let feederState =
                switch trouble {
                case .jam: "ScannerAdfJam"
                case .openCover: "ScannerAdfHatchOpen"
                case .busy, .jamAtSecondSheet, .endsAfterFirstSheet, nil:
                    feeder.isEmpty ? "ScannerAdfEmpty" : "ScannerAdfLoaded"
                }
            return (isAtWork ? "Processing" : trouble == .jam ? "Stopped" : "Idle", feederState)
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <scan:ScannerStatus \(Self.namespaces)>
            <pwg:Version>2.63</pwg:Version>
            <pwg:State>\(state)</pwg:State>
            <scan:AdfState>\(feederState)</scan:AdfState>
            </scan:ScannerStatus>

            """
    }

    private static let namespaces = """
        xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm"
        """

    /// Glass and feeder alike: A4, grey and colour.
    private static let input = """
        <scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth>
        <scan:MinHeight>16</scan:MinHeight><scan:MaxHeight>3508</scan:MaxHeight>
        <scan:MaxScanRegions>1</scan:MaxScanRegions>
        <scan:SettingProfiles><scan:SettingProfile>
        <scan:ColorModes><scan:ColorMode>Grayscale8</scan:ColorMode><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes>
        <scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>
        <scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt></scan:DocumentFormats>
        <scan:SupportedResolutions><scan:DiscreteResolutions>
        <scan:DiscreteResolution><scan:XResolution>100</scan:XResolution><scan:YResolution>100</scan:YResolution></scan:DiscreteResolution>
        <scan:DiscreteResolution><scan:XResolution>200</scan:XResolution><scan:YResolution>200</scan:YResolution></scan:DiscreteResolution>
        <scan:DiscreteResolution><scan:XResolution>300</scan:XResolution><scan:YResolution>300</scan:YResolution></scan:DiscreteResolution>
        </scan:DiscreteResolutions></scan:SupportedResolutions>
        </scan:SettingProfile></scan:SettingProfiles>
        """

    private static let capabilities = """
        <?xml version="1.0" encoding="UTF-8"?>
        <scan:ScannerCapabilities \(namespaces)>
        <pwg:Version>2.63</pwg:Version>
        <pwg:MakeAndModel>Virtual Scanner</pwg:MakeAndModel>
        <pwg:SerialNumber>0001</pwg:SerialNumber>
        <scan:UUID>00000000-0000-4000-8000-000000000001</scan:UUID>
        <scan:Platen><scan:PlatenInputCaps>\(input)</scan:PlatenInputCaps></scan:Platen>
        <scan:Adf><scan:AdfSimplexInputCaps>\(input)</scan:AdfSimplexInputCaps>
        <scan:FeederCapacity>50</scan:FeederCapacity>
        <scan:AdfOptions><scan:AdfOption>DetectPaperLoaded</scan:AdfOption></scan:AdfOptions></scan:Adf>
        </scan:ScannerCapabilities>

        """
}
