import HTTP

/// Everything that is wrong with a form of several fields, above it, each with a way to its field.
enum ErrorSummary {
    /// - Parameter errors: what is wrong with each field, by the field's name; nothing where all is well.
    static func html(_ errors: [(field: String, sentence: String?)]) -> HTML? {
        let links = errors.compactMap { error -> HTML? in
            error.sentence.map { "<p><a href=\"#\(error.field)\">\($0)</a></p>" }
        }
        guard !links.isEmpty else { return nil }
        return """
            <div class="notice rose" role="alert" tabindex="-1">\(Icon.alert)<div><p>There is a problem:</p>
            \(links)</div></div>
            """
    }
}
