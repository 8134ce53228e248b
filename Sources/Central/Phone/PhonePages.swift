import Core

/// The pages for a phone: a few words, one thing to do, without script. Nothing personal stands on them.
struct PhonePages {
    let hall: String

    enum Page: Hashable, Sendable {
        case upload(FilePurpose, problem: FaultAdvice?)
        case received
        case download
        /// The code was used, has ended, or never was.
        case ended
    }

    func html(_ page: Page) -> String {
        """
        <!DOCTYPE html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <meta name="referrer" content="no-referrer">
        <title>\(title(page))</title>
        <link rel="stylesheet" href="/phone.css">
        <script src="/phone.js" defer></script>
        </head>
        <body>
        <header>\(Self.escaped(hall))</header>
        <main>
        <h1>\(title(page))</h1>
        \(body(page))
        </main>
        </body>
        </html>

        """
    }

    private func title(_ page: Page) -> String {
        switch page {
        case .upload(.attachment(let kind), _): "上传\(kind.field.chinese)"
        case .upload(.signature, _): "登记签名"
        case .received: "已收到"
        case .download: "下载文件"
        case .ended: "二维码已失效"
        }
    }

    private func body(_ page: Page) -> String {
        switch page {
        case .upload(let purpose, let problem): upload(purpose, problem)
        case .received: "<p class=\"done\">✓ 文件已送到自助机，请看自助机屏幕。</p><p>本页可以关闭。</p>"
        case .download:
            """
            <p>点下面的按钮保存文件。只能下载一次。</p>
            <form method="post"><button>下载 PDF</button></form>
            """
        case .ended: "<p>请在自助机上重新获取二维码。</p><p lang=\"en\">Please ask for a new code at the kiosk.</p>"
        }
    }

    private func upload(_ purpose: FilePurpose, _ problem: FaultAdvice?) -> String {
        let isPicture = purpose.format == .jpeg
        let refusal = problem.map {
            "<p class=\"problem\" role=\"alert\">✕ \(Self.escaped($0.applicant.chinese))</p>"
        }
        return """
            \(refusal ?? "")
            <p>\(words(purpose))</p>
            <form id="upload" method="post" enctype="multipart/form-data">
            \(purpose == .signature ? Self.pad : "")
            <label for="file">\(isPicture ? "选照片或拍照" : "选文件")</label>
            <input id="file" name="file" type="file" accept="\(isPicture ? "image/jpeg" : "application/pdf")" required>
            <button>上传</button>
            <progress id="progress" max="100" value="0" hidden></progress>
            </form>
            """
    }

    private func words(_ purpose: FilePurpose) -> String {
        switch purpose {
        case .attachment(.photo): "JPEG 照片，不超过 8 MB；自助机会帮您裁剪。"
        case .attachment: "PDF 文件，不超过 2 MB。"
        case .signature: "用深色笔在白纸上签名，拍成 JPEG 照片上传，不超过 8 MB。"
        }
    }

    /// For a finger; shown by the script, without which a picture is the way.
    private static let pad = """
        <div id="drawing" hidden>
        <p>或者在下面的框里用手指签名：</p>
        <canvas id="pad" width="900" height="300" aria-label="签名框"></canvas>
        <button type="button" id="clear">重写</button>
        <input id="strokes" name="strokes" type="hidden">
        </div>
        """

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }

    static let style = """
        body { margin: 0; font: 18px/1.6 sans-serif; color: #111; background: #fff; }
        header { padding: 12px 16px; background: #0b3d91; color: #fff; }
        main { padding: 16px; max-width: 36em; margin: auto; }
        h1 { font-size: 24px; }
        label { display: block; font-weight: bold; }
        input, button { box-sizing: border-box; width: 100%; font-size: 20px; padding: 14px; margin: 12px 0; }
        button { background: #0b3d91; color: #fff; border: 0; border-radius: 8px; min-height: 56px; }
        progress { width: 100%; height: 24px; }
        .problem { color: #a40000; font-weight: bold; }
        canvas { width: 100%; aspect-ratio: 3; border: 2px solid #0b3d91; touch-action: none; background: #fff; }
        #clear { background: #fff; color: #0b3d91; border: 2px solid #0b3d91; }
        .done { color: #006b2d; font-weight: bold; }
        """
}
