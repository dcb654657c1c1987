private import Glibc

/// The names of files, as a shell finds them.
public enum FileNames {
    /// Those that match `pattern`, in the order of their bytes. The corresponding C function is `glob`.
    public static func matching(_ pattern: String) -> [String] {
        var found = unsafe glob_t()
        defer { unsafe globfree(&found) }
        guard unsafe glob(pattern, 0, nil, &found) == 0 else { return [] }
        return unsafe (0..<Int(found.gl_pathc)).compactMap { index in
            unsafe found.gl_pathv[index].map { unsafe String(cString: $0) }
        }
    }

    /// The one name of a file that no link is part of; `nil` if there is no such file.
    /// The corresponding C function is `realpath`.
    public static func resolved(_ path: String) -> String? {
        guard let name = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(name) }
        return unsafe String(cString: name)
    }
}
