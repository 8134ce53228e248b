/// Where a qualification outside Shanghai is issued: the provinces by their two digits in GB/T 2260.
package enum Province: String, Hashable, Sendable, Codable, CaseIterable {
    case beijing = "11"
    case tianjin = "12"
    case hebei = "13"
    case shanxi = "14"
    case innerMongolia = "15"
    case liaoning = "21"
    case jilin = "22"
    case heilongjiang = "23"
    case jiangsu = "32"
    case zhejiang = "33"
    case anhui = "34"
    case fujian = "35"
    case jiangxi = "36"
    case shandong = "37"
    case henan = "41"
    case hubei = "42"
    case hunan = "43"
    case guangdong = "44"
    case guangxi = "45"
    case hainan = "46"
    case chongqing = "50"
    case sichuan = "51"
    case guizhou = "52"
    case yunnan = "53"
    case tibet = "54"
    case shaanxi = "61"
    case gansu = "62"
    case qinghai = "63"
    case ningxia = "64"
    case xinjiang = "65"

    package var chinese: String { names.chinese }
    package var english: String { names.english }

    private var names: (chinese: String, english: String) {
        switch self {
        case .beijing: ("北京", "Beijing")
        case .tianjin: ("天津", "Tianjin")
        case .hebei: ("河北", "Hebei")
        case .shanxi: ("山西", "Shanxi")
        case .innerMongolia: ("内蒙古", "Inner Mongolia")
        case .liaoning: ("辽宁", "Liaoning")
        case .jilin: ("吉林", "Jilin")
        case .heilongjiang: ("黑龙江", "Heilongjiang")
        case .jiangsu: ("江苏", "Jiangsu")
        case .zhejiang: ("浙江", "Zhejiang")
        case .anhui: ("安徽", "Anhui")
        case .fujian: ("福建", "Fujian")
        case .jiangxi: ("江西", "Jiangxi")
        case .shandong: ("山东", "Shandong")
        case .henan: ("河南", "Henan")
        case .hubei: ("湖北", "Hubei")
        case .hunan: ("湖南", "Hunan")
        case .guangdong: ("广东", "Guangdong")
        case .guangxi: ("广西", "Guangxi")
        case .hainan: ("海南", "Hainan")
        case .chongqing: ("重庆", "Chongqing")
        case .sichuan: ("四川", "Sichuan")
        case .guizhou: ("贵州", "Guizhou")
        case .yunnan: ("云南", "Yunnan")
        case .tibet: ("西藏", "Tibet")
        case .shaanxi: ("陕西", "Shaanxi")
        case .gansu: ("甘肃", "Gansu")
        case .qinghai: ("青海", "Qinghai")
        case .ningxia: ("宁夏", "Ningxia")
        case .xinjiang: ("新疆", "Xinjiang")
        }
    }
}
