/// Words that a hall's screen does not offer: the dictionary ranks by frequency, not by decency (`shjgsj` begins with
/// 输精管). Single characters are never denied: each of them may be in a name.
package enum DeniedWords {
    package static let all = [
        "输精管", "精液", "射精", "阴茎", "阴道", "阴毛", "阴户", "阴蒂", "睾丸", "乳房", "乳头", "奶子", "生殖器", "性交", "性爱", "做爱",
        "性感", "性欲", "色情", "情色", "妓女", "卖淫", "娼妓", "强奸", "轮奸", "通奸", "手淫", "自慰", "裸体", "春药", "避孕套",
        "他妈的", "妈的", "操你", "傻逼", "傻屄", "混蛋", "王八蛋", "狗屎", "放屁", "屁股", "屁眼", "肛门", "大便", "小便", "撒尿", "拉屎",
        "杂种", "婊子", "贱人", "白痴", "弱智", "智障", "滚蛋", "去死", "自杀", "杀人", "毒品", "海洛因", "赌博",
    ]
}
