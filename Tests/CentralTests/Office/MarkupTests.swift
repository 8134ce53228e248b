import Testing

@testable import Central

struct MarkupTests {
    @Test func `text that is put in is escaped, markup is not`() {
        let name = "<script>alert('1') & \"2\"</script>\0"
        let inner: Markup = "<b>\(name)</b>"
        let outer: Markup = "<a title=\"\(name)\">\(inner)\([inner, inner])\(3)</a>"
        let safe = "&lt;script&gt;alert(&#39;1&#39;) &amp; &quot;2&quot;&lt;/script&gt;\u{FFFD}"
        #expect(inner.html == "<b>\(safe)</b>")
        #expect(outer.html == "<a title=\"\(safe)\"><b>\(safe)</b><b>\(safe)</b><b>\(safe)</b>3</a>")
    }

    @Test(
        arguments: [
            ("a=1&b=2", "a", "1"), ("a=%E5%AE%A1+%26", "a", "审 &"), ("a=", "a", ""), ("a", "a", ""),
            ("a=b=c", "a", "b=c"),
            ("a=1&a=2", "a", nil), ("b=1", "a", nil), ("%61=1", "a", "1"), ("&&a=1&", "a", "1"),
        ] as [(String, String, String?)])
    func `a form's field is what was typed`(_ body: String, _ name: String, _ value: String?) throws {
        #expect(try #require(FormFields(body.utf8))[name] == value)
    }

    @Test(arguments: ["a=%", "a=%4", "a=%GG", "a=%FF", "%80=1"])
    func `a form that is not UTF-8 is none`(_ body: String) { #expect(FormFields(body.utf8) == nil) }
}
