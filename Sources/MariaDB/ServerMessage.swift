/// The server's `message` without the values it may quote, as in `Duplicate entry '…' for key 'login'`.
///
/// A value may itself hold quotes, so all is cut from the first quote on; only the name of a key or column that
/// closes the message is kept.
func withoutValues(_ message: String) -> String {
    let name = [" for key ", " for column "].compactMap { message.ranges(of: $0).last?.lowerBound }.max()
    let beforeName = message[..<(name ?? message.endIndex)]
    guard let quote = beforeName.firstIndex(of: "'") else { return message }
    return beforeName[..<quote] + "…" + message[(name ?? message.endIndex)...]
}
