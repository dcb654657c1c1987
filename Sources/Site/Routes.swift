import HTTP

/// Every address, who may ask for it, and which screen answers.
// swift-format-ignore
let routes: [Route] = [
    // Asked a thousand times as often as all others, and found first.
    .site    (.get,  "/auth/check",                           Check.show),
    .site    (.get,  "/auth/refused",                         Refused.show),
    .site    (.get,  "/auth/enter",                           Enter.show),

    .anyone  (.get,  "/",                                     FirstPage.show),

    .anyone  (.get,  "/login",                                SignIn.show),
    .anyone  (.post, "/login",                                SignIn.submit),
    .halfway (.get,  "/login/two-factor",                     Challenge.show),
    .halfway (.post, "/login/two-factor",                     Challenge.submit),
    .halfway (.post, "/login/two-factor/recovery",            RecoveryChallenge.submit),
    .halfway (.post, "/login/cancel",                         Challenge.cancel),
    .anyone  (.get,  "/activate/*",                           Activation.show),
    .anyone  (.post, "/activate/*",                           Activation.submit),
    .signedIn(.get,  "/login/verify",                         Verification.show,              mustEnrol: .mayPass),
    .signedIn(.post, "/login/verify",                         Verification.submit),
    .signedIn(.get,  "/login/continue",                       HandOver.show,                  mustEnrol: .mayPass),
    .signedIn(.post, "/logout",                               SignOut.submit,                 mustEnrol: .mayPass),

    .signedIn(.get,  "/my",                                   Portal.show),
    .signedIn(.get,  "/my/profile",                           Profile.show),
    .signedIn(.post, "/my/profile/password",                  ChangePassword.submit),
    .signedIn(.post, "/my/profile/sessions/end",              Browsers.end),
    .signedIn(.post, "/my/profile/sessions/end-others",       Browsers.endOthers),
    .signedIn(.get,  "/my/profile/two-factor",                TwoFactor.show,                 mustEnrol: .mayPass),
    .signedIn(.post, "/my/profile/two-factor/enable",         BeginEnrolment.submit,      mustEnrol: .mayPass),
    .signedIn(.post, "/my/profile/two-factor/confirm",        ConfirmSecondFactor.submit,     mustEnrol: .mayPass),
    .signedIn(.get,  "/my/profile/two-factor/recovery-codes", RegenerateRecoveryCodes.show),
    .signedIn(.post, "/my/profile/two-factor/recovery-codes", RegenerateRecoveryCodes.submit),
    .signedIn(.post, "/my/profile/two-factor/disable",        DisableSecondFactor.submit),

    .administrator(.get,  "/admin",                           Overview.show),
    .administrator(.get,  "/admin/settings/security",         SecuritySettings.show),
    .administrator(.post, "/admin/settings/security",         SecuritySettings.submit),
    .administrator(.get,  "/admin/people",                    People.show),
    .administrator(.post, "/admin/people",                    AddPerson.submit),
    .administrator(.get,  "/admin/people/*",                  PersonPage.show),
    .administrator(.post, "/admin/people/*/role",             ChangePerson.setRole),
    .administrator(.post, "/admin/people/*/disable",          ChangePerson.disable),
    .administrator(.post, "/admin/people/*/enable",           ChangePerson.enable),
    .administrator(.post, "/admin/people/*/sign-out",         ChangePerson.signOut),
    .administrator(.post, "/admin/people/*/reset-password",   ChangePerson.resetPassword),
    .administrator(.post, "/admin/people/*/reset-two-factor", ChangePerson.resetSecondFactor),
    .administrator(.get,  "/admin/audit",                     AuditLog.show),
    .administrator(.get,  "/admin/audit.csv",                 AuditDownload.show,             brings: .file),

    .operator(.get,  "/health",                               Health.show),
    .pool    (.get,  "/status",                               PoolStatusPage.show),
    .pool    (.get,  "/metrics",                              MetricsPage.show),
]
