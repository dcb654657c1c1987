/// What each address answers in each state of a browser: a status, or where it leads, with a right form token.
///
/// `out` is signed out, `halfway` owes the second factor, `bound` must enrol first (a user, and an administrator). It leads
/// to the two-factor screen where it says `enrol`, to the challenge where `code`, to the profile where `profile`,
/// and to the sign-in with the way back where `return`.
let accessMatrix: [String: [String]] = {
    let rows = accessTable.split(separator: "\n").dropFirst().map { $0.split(separator: " ").map(String.init) }
    return Dictionary(uniqueKeysWithValues: rows.map { ("\($0[0]) \($0[1])", Array($0[2...])) })
}()

private let accessTable = """
    address                                        out      halfway  user     bound    admin    it       super    bound
    GET /                                          /login   code     /my      /my      /admin   /admin   /admin   /admin
    GET /login                                     200      code     /        /        /        /        /        /
    POST /login                                    403      403      403      403      403      403      403      403
    GET /login/two-factor                          /        200      /        /        /        /        /        /
    POST /login/two-factor                         /        403      /        /        /        /        /        /
    POST /login/two-factor/recovery                /        403      /        /        /        /        /        /
    POST /login/cancel                             /        403      /        /        /        /        /        /
    GET /activate/*                                410      410      410      410      410      410      410      410
    POST /activate/*                               403      403      403      403      403      403      403      403
    GET /my                                        /login   /login   200      enrol    200      200      200      enrol
    GET /my/profile                                /login   /login   200      enrol    200      200      200      enrol
    POST /my/profile/password                      /login   /login   422      enrol    422      422      422      enrol
    POST /my/profile/sessions/end                  /login   /login   profile  enrol    profile  profile  profile  enrol
    POST /my/profile/sessions/end-others           /login   /login   profile  enrol    profile  profile  profile  enrol
    GET /my/profile/two-factor                     /login   /login   200      200      200      200      200      200
    POST /my/profile/two-factor/enable             /login   /login   enrol    enrol    enrol    enrol    enrol    enrol
    POST /my/profile/two-factor/confirm            /login   /login   409      409      409      409      409      409
    GET /my/profile/two-factor/recovery-codes      /login   /login   enrol    enrol    enrol    enrol    enrol    enrol
    POST /my/profile/two-factor/recovery-codes     /login   /login   enrol    enrol    enrol    enrol    enrol    enrol
    POST /my/profile/two-factor/disable            /login   /login   enrol    enrol    enrol    enrol    enrol    enrol
    GET /admin                                     /login   /login   403      enrol    200      200      200      enrol
    GET /admin/settings/security                   /login   /login   403      enrol    200      200      200      enrol
    POST /admin/settings/security                  /login   /login   403      enrol    422      422      422      enrol
    GET /admin/people                              /login   /login   403      enrol    200      200      200      enrol
    POST /admin/people                             /login   /login   403      enrol    422      422      422      enrol
    GET /admin/people/*                            /login   /login   403      enrol    404      404      404      enrol
    POST /admin/people/*/role                      /login   /login   403      enrol    400      400      400      enrol
    POST /admin/people/*/disable                   /login   /login   403      enrol    404      404      404      enrol
    POST /admin/people/*/enable                    /login   /login   403      enrol    404      404      404      enrol
    POST /admin/people/*/sign-out                  /login   /login   403      enrol    404      404      404      enrol
    POST /admin/people/*/reset-password            /login   /login   403      enrol    404      404      404      enrol
    POST /admin/people/*/reset-two-factor          /login   /login   403      enrol    404      404      404      enrol
    GET /admin/audit                               /login   /login   403      enrol    200      200      200      enrol
    GET /admin/audit.csv                           /login   /login   403      enrol    200      200      200      enrol
    GET /login/verify                              /login   /login   enrol    enrol    enrol    enrol    enrol    enrol
    POST /login/verify                             /login   /login   enrol    enrol    enrol    enrol    enrol    enrol
    GET /login/continue                            /login   /login   /        /        /        /        /        /
    GET /auth/check                                401      401      204      403      204      204      204      403
    GET /auth/refused                              return   return   403      return   403      403      403      return
    GET /auth/enter                                410      410      410      410      410      410      410      410
    POST /logout                                   /login   /login   /login   /login   /login   /login   /login   /login
    """
