extension PhonePages {
    /// Shows how far a file has come, and takes a signature by finger; without it the browser sends the form by itself.
    /// A stroke is x, y, x, y, … in thousandths of the pad, as `SignatureImage` travels.
    static let script = """
        const form = document.getElementById("upload");
        const pad = document.getElementById("pad");
        if (pad) {
            const pen = pad.getContext("2d");
            const field = document.getElementById("strokes");
            const file = document.getElementById("file");
            let strokes = [];
            document.getElementById("drawing").hidden = false;
            pen.lineWidth = 6; pen.lineCap = pen.lineJoin = "round";
            const place = event => {
                const box = pad.getBoundingClientRect();
                const part = (value, start, size) => Math.min(1000, Math.max(0, Math.round(1000 * (value - start) / size)));
                return [part(event.clientX, box.left, box.width), part(event.clientY, box.top, box.height)];
            };
            const keep = () => { field.value = strokes.length ? JSON.stringify(strokes) : ""; file.required = !strokes.length; };
            const follow = event => {
                if (!pad.hasPointerCapture(event.pointerId)) return;
                const stroke = strokes[strokes.length - 1], [x, y] = place(event), end = stroke.length;
                if (stroke[end - 2] === x && stroke[end - 1] === y) return;
                pen.beginPath();
                pen.moveTo(stroke[end - 2] * pad.width / 1000, stroke[end - 1] * pad.height / 1000);
                pen.lineTo(x * pad.width / 1000, y * pad.height / 1000);
                pen.stroke();
                stroke.push(x, y);
            };
            pad.addEventListener("pointerdown", event => {
                event.preventDefault();
                pad.setPointerCapture(event.pointerId);
                strokes.push(place(event));
                keep();
            });
            pad.addEventListener("pointermove", follow);
            pad.addEventListener("pointerup", event => { follow(event); keep(); });
            document.getElementById("clear").addEventListener("click", () => {
                strokes = [];
                pen.clearRect(0, 0, pad.width, pad.height);
                keep();
            });
        }
        if (form) form.addEventListener("submit", event => {
            event.preventDefault();
            const bar = document.getElementById("progress");
            bar.hidden = false;
            const request = new XMLHttpRequest();
            request.upload.onprogress = step => { if (step.lengthComputable) bar.value = 100 * step.loaded / step.total; };
            request.onload = () => {
                const page = new DOMParser().parseFromString(request.responseText, "text/html");
                document.querySelector("main").replaceWith(page.querySelector("main"));
                document.title = page.title;
            };
            request.onerror = () => form.submit();
            request.open("POST", location.href);
            request.send(new FormData(form));
        });
        """
}
