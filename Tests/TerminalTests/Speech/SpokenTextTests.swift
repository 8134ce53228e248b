import Testing

@testable import Terminal

@Suite struct SpokenTextTests {
    @Test(arguments: [
        ("13800005678", "1 3 8 0 0 0 0 5 6 7 8"), ("02164680000", "0 2 1 6 4 6 8 0 0 0 0"),
        ("138****5678", "1 3 8，隐藏 4 位，5 6 7 8"), ("测**甲", "测，隐藏 2 位，甲"), ("测*", "测，隐藏 1 位"),
        ("310***********001X", "3 1 0，隐藏 11 位，0 0 1 X"), ("91310000MA1K000019", "9 1 3 1 0 0 0 0 M A 1 K 0 0 0 0 1 9"),
        ("沪建注2026-001234", "沪建注 2 0 2 6，0 0 1 2 3 4"), ("2026-03-01", "2 0 2 6 年 3 月 1 日"),
        ("1990-**-**", "1 9 9 0 年，月日已隐藏"), ("2026年3月", "2 0 2 6年3月"), ("带 * 的必须填写", "带 星号 的必须填写"),
        ("还有 287 秒有效", "还有 287 秒有效"), ("11 位数字", "11 位数字"), ("打印机 ✓", "打印机"), ("▶ 正在读卡", "正在读卡"),
        ("测试员甲 · 初始注册", "测试员甲，初始注册"), ("请点“新增”", "请点“新增”"), ("14:32", "14:32"), ("", ""), ("·", ""),
    ])
    func `Chinese is read as a person would read it`(text: String, spoken: String) {
        #expect(SpokenText(.chinese).readable(text) == spoken)
    }

    @Test(arguments: [
        ("A code was sent to 138****5678", "A code was sent to 1 3 8, 4 hidden, 5 6 7 8"),
        ("Valid to 2038-05-01", "Valid to 2 0 3 8, month 5, day 1"), ("Code of 6 digits", "Code of 6 digits"),
        ("Leave, take card", "Leave, take card"), ("Self-service", "Self-service"),
    ])
    func `English is read as a person would read it`(text: String, spoken: String) {
        #expect(SpokenText(.english).readable(text) == spoken)
    }

    @Test func `a text that was made readable stays as it is`() {
        let spoken = SpokenText(.chinese)
        for text in ["1 3 8，隐藏 4 位，5 6 7 8", "请选择办理方式，或直接放卡"] + SpeechLabels.chinese.fixed {
            #expect(spoken.readable(text) == text)
        }
    }
}
