import Core

/// One job as a scanner is asked for it (eSCL ScanSettings).
struct ESCLSettings: Hashable {
    let source: ESCLCapabilities.Source
    /// Three hundredths of an inch, from the corner.
    let width: Int
    let height: Int
    let resolution: Int
    let hasColour: Bool
    let version: String

    /// Letters are read at 200 dots an inch. A one-inch photo has the 295 × 413 dots of a certificate at 300.
    init(
        _ subject: ScanSubject, from source: ESCLCapabilities.Source, _ input: ESCLCapabilities.Input,
        _ version: String
    ) {
        self.source = source
        self.version = version
        switch subject {
        case .document:
            (width, height) = (min(input.width, 2480), min(input.height, 3508))
            resolution = input.resolutions.nearest(to: 200)
        case .photo:
            (width, height) = (min(input.width, 295), min(input.height, 413))
            resolution = input.resolutions.nearest(to: 300)
        }
        hasColour = input.hasColour
    }

    var xml: String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <scan:ScanSettings xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03" \
        xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm">
        <pwg:Version>\(version)</pwg:Version>
        <pwg:ScanRegions><pwg:ScanRegion>
        <pwg:ContentRegionUnits>escl:ThreeHundredthsOfInches</pwg:ContentRegionUnits>
        <pwg:XOffset>0</pwg:XOffset><pwg:YOffset>0</pwg:YOffset>
        <pwg:Width>\(width)</pwg:Width><pwg:Height>\(height)</pwg:Height>
        </pwg:ScanRegion></pwg:ScanRegions>
        <pwg:InputSource>\(source.rawValue)</pwg:InputSource>
        <scan:ColorMode>\(hasColour ? "RGB24" : "Grayscale8")</scan:ColorMode>
        <scan:XResolution>\(resolution)</scan:XResolution><scan:YResolution>\(resolution)</scan:YResolution>
        <pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>
        <scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt>
        </scan:ScanSettings>

        """
    }
}
