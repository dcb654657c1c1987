import Authentication
import HTTP

/// The recovery codes, in the one answer that ever holds them.
enum RecoveryCodesPanel {
    static func html(_ set: RecoverySet, _ who: SignedInUser, at now: Instant) -> HTML {
        let moment = Moment(now)
        return """
            <section class="card codes amber" aria-labelledby="codes" data-once>
            <h2 id="codes">Save these recovery codes — shown ONCE</h2>
            <p>Each code signs you in once if you lose your phone. Keep them where you keep your passwords.</p>
            <ol class="code-list" id="recovery-codes">
            \(set.codes.map { "<li><code>\($0.text)</code></li>\n" as HTML })</ol>
            <dl class="facts">
            <div><dt>Site</dt><dd>\(who.site.name)</dd></div>
            <div><dt>Account</dt><dd>\(who.user.email.text)</dd></div>
            <div><dt>Made</dt><dd><time datetime="\(moment.machine)">\(moment.exact)</time></dd></div>
            </dl>
            <p class="print-only">\(howToUse)</p>
            <div class="actions">
            <form method="dialog" class="js-only"><button class="button primary" data-copy="#recovery-codes" \
            data-copied="Codes copied">\(Icon.copy)Copy all codes</button></form>
            <a class="button" download="recovery-codes.txt" href="\(download(set, who, moment))">\(Icon.download)Download</a>
            <form method="dialog" class="js-only"><button class="button" data-print>\(Icon.print)Print</button></form>
            </div>
            </section>
            """
    }

    private static let howToUse = """
        To use one, sign in with your password, choose “Lost your phone? Use a recovery code” and enter a code you \
        have not used yet. Each works once.
        """

    /// A text file inside the page itself, because no address may give the codes out again.
    private static func download(_ set: RecoverySet, _ who: SignedInUser, _ moment: Moment) -> String {
        let lines =
            ["\(who.site.name) recovery codes", "Account: \(who.user.email.text)", "Made: \(moment.exact)", ""]
            + set.codes.map(\.text) + ["", howToUse, ""]
        return "data:text/plain;charset=utf-8," + PercentEncoding.encode(lines.joined(separator: "\r\n"))
    }
}
