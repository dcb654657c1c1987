/// Why a request says nothing that could be answered.
public enum MalformedRequest: Error, Equatable {
    /// The address is not canonical.
    case path
    /// The body is no form, or a form with a name that comes twice.
    case form
    /// The body is of another type than a form's.
    case mediaType
    /// The body is longer than `Request.largestBody`.
    case tooLarge
    /// The body ended before the length that was announced.
    case cutShort
}
