// A wrong row in the table of addresses: the compiler refuses each line with a comment, and accepts every other.
import HTTP

@testable import Site

let anyone: [Route] = [
    .anyone(.get, "/login", SignIn.show),
    .anyone(.post, "/x", ConfirmSecondFactor.submit),  // expected-error {{cannot convert value of type}}
    .halfway(.post, "/x", Challenge.submit),
    .halfway(.post, "/x", ConfirmSecondFactor.submit),  // expected-error {{cannot convert value of type}}
    .signedIn(.get, "/my", Portal.show),
    .signedIn(.get, "/x", Overview.show),  // expected-error {{cannot convert value of type}}
    .administrator(.get, "/admin", Overview.show),
    .anyone(.get, "/x", Overview.show),  // expected-error {{cannot convert value of type}}
    .operator(.get, "/health", Health.show),
    .operator(.get, "/x", Check.show),  // expected-error 2 {{cannot convert value of type}}
    .pool(.get, "/status", PoolStatusPage.show),
    .pool(.get, "/x", Challenge.show),  // expected-error {{cannot convert value of type}}
]

func evidence(_ visitor: Administrator) {
    _ = visitor.signedIn
    _ = Administrator.init  // expected-error {{'Administrator' initializer is inaccessible}}
    _ = SignedInUser.init  // expected-error {{'SignedInUser' initializer is inaccessible}}
    _ = HalfwayUser.init  // expected-error {{'HalfwayUser' initializer is inaccessible}}
}
