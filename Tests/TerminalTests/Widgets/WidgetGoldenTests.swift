import Testing

@testable import Terminal

/// What the widgets' targets say.
enum Tapped: Hashable, Sendable {
    case button(String)
    case key(KeyboardKey)
}

@Suite struct WidgetGoldenTests {
    typealias Widget = View<Tapped>

    struct Sample: Sendable, CustomTestStringConvertible {
        let name: String
        let sizes: [Size]
        let view: Widget

        var testDescription: String { name }
    }

    private static func sample(_ name: String, _ sizes: (Int, Int)..., @ViewBuilder<Tapped> view: () -> [Widget])
        -> Sample
    {
        Sample(name: name, sizes: sizes.map { Size(width: $0.0, height: $0.1) }, view: .column { view() })
    }

    static let samples: [Sample] = [
        sample("buttons", (60, 16), (40, 20)) {
            Widget.row(gap: 2) {
                Widget.button("返回", action: .button("返回"))
                Widget.button("下一步", isPrimary: true, action: .button("下一步"))
            }
            Widget.button("打印通知书", availability: .disabled(reason: "企业签章完成后才能打印"), action: .button("打印"))
            Widget.button(
                "注销注册", availability: .disabled(reason: "没有有效的注册证书"), reason: .below, action: .button("注销"))
            Widget.button("个人办理", detail: "请将身份证平放在读卡区", width: .fixed(30), height: .fixed(5), action: .button("个人"))
        },
        sample("choices", (60, 12), (40, 14)) {
            Widget.row(gap: 1) {
                Widget.choice("上海市", isSelected: true, action: .button("上海市"))
                Widget.choice("外省市", isSelected: false, action: .button("外省市"))
            }
            Widget.tick("本人对填报内容的真实性负责，同意申请注册", isOn: true, action: .button("意见"))
            Widget.tick("接收短信", isOn: false, problem: "请先选择", action: .button("短信"))
        },
        sample("titles", (80, 6), (40, 8)) {
            Widget.statusBar(leading: "沪建注册 自助机 03", middle: "读卡器正常 打印机正常", trailing: "14:32")
            Widget.titleBlock(
                "初始注册申请表", hint: "带 * 的必须填写",
                steps: Step.way(["选事项", "填写", "签名", "企业签章", "打印"], current: 1))
        },
        sample("details", (60, 16), (40, 20)) {
            Widget.detail("姓名", "测试员甲")
            Widget.detail("聘用企业", "上海市示例设计研究总院有限公司（统一社会信用代码略）上海市示例路一百号二层")
            for tone in Tone.allCases { Widget.note("读取文字信息", tone: tone) }
            Widget.banner("有 2 处需要修改。点这里跳到第 1 处", tone: .error, action: .button("跳"))
            Widget.progress(0.4, text: "第 1/2 页", label: "打印")
            Widget.countdown("再过 8 秒将退出并清除屏幕上的个人信息", remaining: 8, of: 30)
        },
        sample("fields", (70, 20), (40, 26)) {
            Widget.field(
                FieldContent("企业名称", value: "上海市示例设计研究总院有限公司上海市示例设计", isRequired: true, problem: "还没有验证。请点“验证企业”。"),
                trailing: .button("验证企业", action: .button("验证")), action: .button("企业名称"))
            Widget.field(FieldContent("企业电话", value: "021-6468", isEditing: true), action: .button("电话"))
            Widget.field(FieldContent("电子邮箱", value: "", placeholder: "可以不填"), action: .button("邮箱"))
            Widget.field(
                FieldContent("姓名", value: "测试员甲", availability: .disabled(reason: "来自身份证，不能修改")), action: .button("姓名"))
        },
        sample("secrets", (50, 12)) {
            Widget.secretField("证书密码", count: 5, length: 8, problem: "密码错误。还可以试 3 次。")
            Widget.codeField("验证码", digits: "48", length: 6)
        },
        sample("entries", (70, 12), (44, 12)) {
            Widget.entry(
                "沪建注2026-001234", status: "待企业确认", tone: .active, details: ["初始注册 · 上海市示例设计研究总院有限公司", "今天 14:31"],
                isSelected: true, action: .button("1"))
            Widget.entry(
                "沪建注2024-000871", status: "已办结", tone: .success, details: ["延续注册"], action: .button("2"))
        },
        sample("digit-pad", (40, 12)) {
            Widget.digitPad { .key($0) }
        },
        sample("digit-pad-shuffled-x", (24, 12)) {
            Widget.digitPad(order: [7, 2, 9, 0, 4, 1, 8, 3, 6, 5], hasX: true, keyWidth: 8) { .key($0) }
        },
        sample("keyboard-letters", (80, 12), (60, 12), (40, 21)) {
            Widget.keyboard(Keyboard(mode: .letters)) { .key($0) }
        },
        sample("keyboard-digits", (60, 16)) {
            Widget.keyboard(Keyboard(mode: .digits, confirm: .disabled(reason: "请先输入号码"))) { .key($0) }
            Widget.text("请先输入号码", style: .warning)
        },
        sample("keyboard-pinyin", (80, 19), (60, 19), (40, 28)) {
            Widget.keyboard(
                Keyboard(
                    mode: .pinyin, composition: "she ji yan jiu",
                    candidates: ["设计研究", "设计", "射击", "社稷", "设", "涉及", "摄"],
                    hasMoreCandidates: true, suggestions: ["上海市示例设计研究总院有限公司", "上海示例工程咨询有限公司"])
            ) { .key($0) }
        },
    ]

    @Test(arguments: samples)
    func `a widget looks as recorded, and nothing is found wrong with it`(sample: Sample) throws {
        for size in sample.sizes {
            let frame = Frame(sample.view, size: size)
            #expect(frame.findings.isEmpty, "\(sample.name) \(size.width)×\(size.height)")
            try expectGolden("\(sample.name)-\(size.width)x\(size.height)", frame.printed)
        }
    }
}
