/// What the virtual printer runs for each job: a paper path of its own that counts sheets.
enum PrintCommand {
    /// Passes when the job was asked to stop: ippeveprinter itself would print on.
    static let stopTest = """
        {
            OPERATION Get-Job-Attributes
            GROUP operation-attributes-tag
            ATTR charset attributes-charset utf-8
            ATTR naturalLanguage attributes-natural-language en
            ATTR uri printer-uri $uri
            ATTR integer job-id $job
            STATUS successful-ok
            EXPECT job-state-reasons OF-TYPE keyword IN-GROUP job-attributes-tag WITH-VALUE "processing-to-stop-point"
        }

        """

    /// Called by ippeveprinter with the document's path and the job's attributes as `IPP_…`. Speaks to it through
    /// standard error (ATTR, STATE, ERROR). The files beside it in `$PRINTER` are the switches of `VirtualPrinter`.
    static let script = #"""
        #!/bin/sh
        export LC_ALL=C
        cd "$PRINTER" || exit 1
        token=$IPP_JOB_NAME job=$IPP_JOB_ID document=$1

        pages=$(tr '\r\n' '  ' <"$document" | grep -ao '/Type */Pages[^>]*/Count *[0-9]*' | tail -n 1 | grep -o '[0-9]*$')
        pages=${pages:-1}
        echo "ATTR: job-impressions=$pages" >&2

        stop_if_cancelled() {
            ipptool -q -d job="$job" "$URI" cancelled.test >/dev/null 2>&1 && exit 0
        }

        hold() {
            [ -e "$1" ] || return 0
            echo "STATE: +$1" >&2
            while [ -e "$1" ]; do stop_if_cancelled; sleep 0.05; done
            echo "STATE: -$1" >&2
        }

        stop_if_cancelled
        sheet=1
        while [ "$sheet" -le "$pages" ]; do
            ticks=$(cat sheet-ticks)
            while [ "$ticks" -gt 0 ]; do
                hold media-jam
                hold cover-open
                sleep 0.05
                ticks=$((ticks - 1))
                [ $((ticks % 10)) -eq 0 ] && stop_if_cancelled
            done
            [ -e abort ] && { echo "ERROR: The paper path failed." >&2; exit 1; }
            [ "$sheet" -eq 1 ] && cp "$document" "papers/$token.$job.pdf"
            echo "$token $job $sheet" >>sheets
            echo "ATTR: job-impressions-completed=$sheet" >&2
            sheet=$((sheet + 1))
        done

        """#
}
