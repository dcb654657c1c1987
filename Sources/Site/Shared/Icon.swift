import HTTP

/// The drawings beside words: 20 units square, drawn with one stroke, never the only sign of anything.
enum Icon {
    static let alert = drawing("<path d=\"M10 3 17.75 16.5H2.25zM10 8v4M10 14.25v.01\"/>")
    static let check = drawing("<circle cx=\"10\" cy=\"10\" r=\"7.25\"/><path d=\"m6.75 10.25 2.25 2.25 4.25-4.75\"/>")
    static let copy = drawing(
        """
        <rect x="7.25" y="7.25" width="9" height="9" rx="1.75"/><path d="M12.75 7.25V5.5a1.75 1.75 0 0 \
        0-1.75-1.75H5.5A1.75 1.75 0 0 0 3.75 5.5V11a1.75 1.75 0 0 0 1.75 1.75h1.75"/>
        """)
    static let download = drawing("<path d=\"M10 3.5v9M6.25 9 10 12.75 13.75 9M3.75 16.25h12.5\"/>")
    static let info = drawing("<circle cx=\"10\" cy=\"10\" r=\"7.25\"/><path d=\"M10 9.25v4.25M10 6.5v.01\"/>")
    static let key = drawing(
        "<circle cx=\"6.75\" cy=\"13.25\" r=\"3.5\"/><path d=\"m9.25 10.75 7-7M13.25 6.75l2.5 2.5\"/>")
    static let print = drawing(
        """
        <path d="M6 7.25V3.5h8v3.75M6 13.75H4.75A1.5 1.5 0 0 1 3.25 12.25v-3.5a1.5 1.5 0 0 1 1.5-1.5h10.5a1.5 1.5 0 \
        0 1 1.5 1.5v3.5a1.5 1.5 0 0 1-1.5 1.5H14M6 11.25h8v5.25H6z"/>
        """)
    static let shield = drawing("<path d=\"m10 2.5 6 2.25v4.5c0 3.9-2.5 6.9-6 8.25-3.5-1.35-6-4.35-6-8.25v-4.5z\"/>")

    private static func drawing(_ shapes: HTML) -> HTML {
        "<svg class=\"icon\" viewBox=\"0 0 20 20\" width=\"20\" height=\"20\" aria-hidden=\"true\">\(shapes)</svg>"
    }
}
