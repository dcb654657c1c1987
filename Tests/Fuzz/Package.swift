// swift-tools-version: 6.2
import PackageDescription

/// What reads bytes from outside, built so that libFuzzer sees which way each input takes.
///
/// It is a package of its own because all of it is compiled for that purpose, and needs neither MariaDB nor packages from
/// elsewhere. `Product` is a link to the product's sources; `deploy/fuzz` builds and runs it.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatWarning("StrictMemorySafety", as: .error),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

func library(_ name: String, pkgConfig: String? = nil) -> Target {
    .systemLibrary(name: name, path: "Product/\(name)", pkgConfig: pkgConfig)
}

func module(_ name: String, _ dependencies: Target.Dependency...) -> Target {
    .target(name: name, dependencies: dependencies, path: "Product/\(name)", swiftSettings: strict)
}

let package = Package(
    name: "fuzz",
    targets: [
        library("CArgon2", pkgConfig: "libargon2"),
        library("CCrypt", pkgConfig: "libcrypt"),
        library("CFastCGI", pkgConfig: "fcgi"),
        library("CLinux"),
        library("COpenSSL", pkgConfig: "libcrypto"),

        module("HTTP"),
        module("Metrics", "HTTP"),
        module("FastCGI", "HTTP", "Metrics", "CFastCGI", "CLinux"),
        module("Secrets", "COpenSSL", "CArgon2", "CCrypt"),
        module("Authentication", "Secrets"),
        .target(
            name: "Site", dependencies: ["Authentication", "HTTP", "Secrets"], path: "Product/Site",
            sources: ["Gate/ProtectedSite.swift", "Gate/ReturnAddress.swift"]
                + ["AddressPattern", "CookieKind", "CookieScope", "Origin"].map { "Shared/\($0).swift" },
            swiftSettings: strict),
        .executableTarget(
            name: "Fuzz", dependencies: ["Authentication", "FastCGI", "HTTP", "Secrets", "Site"], path: "Promises",
            swiftSettings: strict),
    ]
)
