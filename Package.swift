// swift-tools-version: 6.2
import PackageDescription

/// Every module is held to Swift's strictest rules: memory safety is checked by the compiler, and
/// a module sees only what it imports itself.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .strictMemorySafety(),
    .treatWarning("StrictMemorySafety", as: .error),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

/// A C library as Debian packages it: a module map and a short header, no code of ours.
func library(_ name: String, pkgConfig: String? = nil, apt: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

func module(_ name: String, _ dependencies: Target.Dependency...) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(of module: String, _ dependencies: Target.Dependency..., excluding files: [String] = []) -> Target {
    .testTarget(
        name: module + "Tests", dependencies: [.byName(name: module)] + dependencies, exclude: files,
        swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
    name: "vestibule",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        library("CArgon2", pkgConfig: "libargon2", apt: "libargon2-dev"),
        library("CCrypt", pkgConfig: "libcrypt", apt: "libcrypt-dev"),
        library("CFastCGI", pkgConfig: "fcgi", apt: "libfcgi-dev"),
        .systemLibrary(name: "CLinux"),
        library("CMariaDB", pkgConfig: "libmariadb", apt: "libmariadb-dev"),
        library("COpenSSL", pkgConfig: "libcrypto", apt: "libssl-dev"),
        library("CQREncode", pkgConfig: "libqrencode", apt: "libqrencode-dev"),
        library("CSSL", pkgConfig: "libssl", apt: "libssl-dev"),

        module("HTTP"),
        module("Metrics", "HTTP"),
        module("FastCGI", "HTTP", "Metrics", "CFastCGI", "CLinux"),
        module("MariaDB", "CMariaDB"),
        module("Secrets", "COpenSSL", "CArgon2", "CCrypt"),
        module("QRCode", "CQREncode"),
        module("NginxConfiguration"),
        module("WebClient", "CSSL"),
        module("Authentication", "Secrets"),
        module("Site", "Authentication", "HTTP", "MariaDB", "Metrics", "QRCode", "Secrets", logging),
        .executableTarget(
            name: "vestibule",
            dependencies: [
                "Site", "FastCGI", "HTTP", "Authentication", "MariaDB", "NginxConfiguration", "Secrets", "WebClient",
                argumentParser, logging,
            ],
            swiftSettings: strict),

        tests(of: "HTTP"),
        tests(of: "Metrics", "HTTP"),
        tests(of: "FastCGI", "HTTP", "Metrics", "PoolTestWorker"),
        .executableTarget(
            name: "PoolTestWorker", dependencies: ["FastCGI", "HTTP", "Metrics"], path: "Tests/PoolTestWorker",
            swiftSettings: strict),
        tests(of: "MariaDB"),
        tests(of: "Secrets"),
        tests(of: "QRCode"),
        tests(of: "NginxConfiguration", excluding: ["Sites"]),
        tests(of: "WebClient"),
        tests(of: "Authentication", "Secrets"),
        tests(of: "Site", "Authentication", "HTTP", "MariaDB", "Metrics", "Secrets", logging),
    ]
)
