"""A reviewer's way through the back office in headless Chromium with scripts switched off: login, queue, acts, the end.

    walk.py PORT FOLDER ACCOUNT PASSWORD SUPERVISOR    pictures go into FOLDER; the first failed expectation ends it with status 1
"""
import base64
import json
import pathlib
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

PORT, FOLDER, ACCOUNT, PASSWORD, SUPERVISOR = sys.argv[1], pathlib.Path(sys.argv[2]), *sys.argv[3:6]
BASE = f"https://127.0.0.1:{PORT}"
WIDTHS = {"wide": 1280, "narrow": 390}


class Browser:
    """WebDriver over plain HTTP, as much of it as this walk needs."""

    def __init__(self, driver, profile):
        self.driver = driver
        options = {
            "args": ["--headless=new", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}",
                     "--disable-dev-shm-usage", "--no-first-run"],
            # 2: blocked.
            "prefs": {"profile.managed_default_content_settings.javascript": 2},
        }
        answer = self.ask("POST", "/session", {"capabilities": {"alwaysMatch": {
            "browserName": "chrome", "acceptInsecureCerts": True, "goog:chromeOptions": options}}})
        self.session = answer["sessionId"]

    def ask(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.driver + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{method} {path}: {error.read().decode()[:500]}") from None

    def do(self, method, path, body=None):
        return self.ask(method, f"/session/{self.session}{path}", body)

    def devtools(self, command, **parameters):
        return self.do("POST", "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def open(self, path):
        self.do("POST", "/url", {"url": BASE + path})

    @property
    def path(self):
        return self.do("GET", "/url").removeprefix(BASE)

    def find(self, selector):
        return next(iter(self.do("POST", "/element", {"using": "css selector", "value": selector}).values()))

    def count(self, selector):
        return len(self.do("POST", "/elements", {"using": "css selector", "value": selector}))

    def text(self, selector):
        return self.do("GET", f"/element/{self.find(selector)}/text")

    def click(self, selector):
        self.do("POST", f"/element/{self.find(selector)}/click", {})

    def type(self, selector, text):
        self.do("POST", f"/element/{self.find(selector)}/value", {"text": text})

    def picture(self, name):
        for label, width in WIDTHS.items():
            self.devtools("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1,
                          mobile=width < 800)
            size = self.devtools("Page.getLayoutMetrics")["cssContentSize"]
            expect(size["width"] <= width, f"{name}: {size['width']} of {width} pixels wide")
            picture = self.devtools("Page.captureScreenshot", captureBeyondViewport=True, clip={
                "x": 0, "y": 0, "width": width, "height": size["height"], "scale": 1})
            (FOLDER / f"{name}-{label}.png").write_bytes(base64.b64decode(picture["data"]))
        self.devtools("Emulation.setDeviceMetricsOverride", width=1280, height=900, deviceScaleFactor=1, mobile=False)


def until(is_so, words):
    """Waits: a click returns before the next page is there."""
    end = time.monotonic() + 15
    while True:
        try:
            if is_so():
                return
        except AssertionError:
            pass
        expect(time.monotonic() < end, words)
        time.sleep(0.1)


def expect(is_so, words):
    if not is_so:
        raise AssertionError(words)


def walk(browser):
    # A page of our own, to prove that scripts are off.
    browser.do("POST", "/url", {"url": "data:text/html,<p id=p>off</p><script>p.textContent='on'</script>"})
    until(lambda: browser.text("#p") == "off", "scripts run")
    browser.open("/queue")
    until(lambda: browser.path == "/login", "no session, and yet no login")
    browser.picture("login")
    browser.type("#account", ACCOUNT)
    browser.type("#password", PASSWORD + "x")
    browser.click("button.primary")
    until(lambda: "账号或密码不正确" in browser.text("[role=alert]"), "a wrong password")
    browser.type("#account", ACCOUNT)
    browser.type("#password", PASSWORD)
    browser.click("button.primary")
    until(lambda: browser.path == "/queue", "the login leads to the queue")
    until(lambda: browser.count("table.list tbody tr") == 2, "two applications wait")
    browser.picture("queue")
    browser.do("POST", "/actions", {"actions": [{"type": "key", "id": "keys", "actions": [
        {"type": "keyDown", "value": "\ue004"}, {"type": "keyUp", "value": "\ue004"}]}]})
    focused = next(iter(browser.do("GET", "/element/active").values()))
    expect(browser.do("GET", f"/element/{focused}/attribute/class") == "skip", "the first key leads to the skip link")
    browser.click("a.open")
    until(lambda: browser.path.startswith("/applications/"), "an application opens")
    case = browser.path
    until(lambda: browser.text("#content").count("✓ 通过") == 2, "two signatures hold")
    browser.picture("case")
    browser.click("a[href*='/papers/']")
    until(lambda: "/papers/" in browser.path, "a paper opens")
    time.sleep(2)
    (FOLDER / "paper.png").write_bytes(base64.b64decode(browser.do("GET", "/screenshot")))
    browser.open(case)
    browser.click("form[action$='/numbers'] button")
    until(lambda: "已完整显示" in browser.text("#content"), "numbers are shown")
    browser.open(case)
    browser.click("#accept-sure")
    browser.click("form[action$='/accept'] button")
    until(lambda: "已受理" in browser.text("[role=status]"), "accepted")
    browser.click("#beginReview-sure")
    browser.click("form[action$='/beginReview'] button")
    until(lambda: "审批中" in browser.text("[role=status]"), "in review")
    browser.picture("review")
    browser.click("#approve-sure")
    browser.click("form[action$='/approve'] button")
    until(lambda: "审批通过" in browser.text("[role=status]"), "approved")
    browser.picture("approved")
    browser.open("/queue")
    browser.click("a.open")
    until(lambda: browser.count("#item-0") == 1, "the second application opens")
    browser.click("#item-0")
    browser.type("#requireCorrection-text", "请补充劳动合同")
    browser.click("#requireCorrection-sure")
    browser.click("form[action$='/requireCorrection'] button")
    until(lambda: "需要补正" in browser.text("[role=status]"), "a correction is asked for")
    browser.picture("correction")
    browser.click("form.leave button")
    until(lambda: browser.path == "/login", "logged out")
    browser.open(case)
    until(lambda: browser.path == "/login", "the session is over")
    oversee(browser)


def oversee(browser):
    """A supervisor looks at the machines."""
    browser.type("#account", SUPERVISOR)
    browser.type("#password", PASSWORD)
    browser.click("button.primary")
    until(lambda: browser.path == "/queue", "the supervisor is in")
    browser.click("nav a[href='/fleet']")
    until(lambda: browser.count("main > table.list tbody tr") == 3, "three machines")
    until(lambda: browser.count("a[href^='/fleet/support/']") == 1, "a support bundle")
    browser.picture("fleet")
    browser.click("details summary")
    until(lambda: "运行 1.0.0" in browser.text("details"), "what has happened to a machine unfolds")
    browser.picture("fleet-open")


def main():
    FOLDER.mkdir(parents=True, exist_ok=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as scratch:
        driver = subprocess.Popen(["chromedriver", f"--port={port}", "--log-level=SEVERE"], stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL)
        try:
            for _ in range(100):
                try:
                    urllib.request.urlopen(f"http://127.0.0.1:{port}/status", timeout=2).read()
                    break
                except OSError:
                    time.sleep(0.1)
            browser = Browser(f"http://127.0.0.1:{port}", scratch)
            try:
                walk(browser)
            except AssertionError:
                browser.picture("failure")
                raise
            finally:
                browser.do("DELETE", "")
        finally:
            driver.kill()
            driver.wait(timeout=10)


main()
