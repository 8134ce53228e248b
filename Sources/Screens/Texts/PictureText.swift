/// Pictures, and what is drawn with a finger.
package enum PictureText: TextKey {
    case page, enlarge, shrink, turn, photo, photoUnreadable

    package var phrase: Phrase {
        switch self {
        case .page: Phrase("申请表的样子，第 {1} 张，共 {2} 张", "The form as it looks, sheet {1} of {2}")
        case .enlarge: Phrase("看申请表原样", "See the form itself")
        case .shrink: Phrase("缩小，看文字", "Smaller, as text")
        case .turn: Phrase("看第 {1} 张", "Sheet {1}")
        case .photo: Phrase("证件照片", "Photo")
        case .photoUnreadable:
            Phrase("照片打不开，请到人工窗口重新登记照片。", "The photo is damaged. Have a new one taken at the counter.")
        }
    }
}
