import HTTP
import Secrets

/// Shows a one-time link, in the one answer that ever holds it.
enum ActivationLink {
    static func page(
        _ link: Token, _ title: String, for name: String, back: Path, _ request: Request, _ who: Administrator,
        _ sentence: HTML
    ) -> Response {
        Layout.portal(
            title, at: back, request, who.signedIn,
            """
            \(Colour.emerald.notice(sentence))
            <section class="card codes amber" aria-labelledby="link-title" data-once>
            <h2 id="link-title">Link for \(name) — shown ONCE</h2>
            <p>It works once, for 24 hours. Whoever has it chooses the password, so hand it over privately.</p>
            <code class="link" id="link">\(who.site.url)\(Activation.path(of: link).text)</code>
            <div class="actions">
            <form method="dialog" class="js-only"><button class="button primary" data-copy="#link" \
            data-copied="Link copied">\(Icon.copy)Copy link</button></form>
            <a class="button" href="\(back.text)">Done</a>
            </div>
            </section>
            """)
    }
}
