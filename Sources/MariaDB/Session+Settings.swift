import CMariaDB

/// Time limits, UTF-8, and no way for the server to ask for a file of ours. Several statements in one text stay
/// refused, and libmariadb does not connect again by itself, because neither is asked for.
///
/// The corresponding C function is `mysql_options`.
func setOptions(of handle: UnsafeMutablePointer<MYSQL>, for server: Server) {
    unsafe mysql_options(handle, MYSQL_SET_CHARSET_NAME, "utf8mb4")
    let numbers = [
        (MYSQL_OPT_LOCAL_INFILE, 0),
        (MYSQL_OPT_CONNECT_TIMEOUT, server.timeout),
        (MYSQL_OPT_WRITE_TIMEOUT, server.timeout),
        (MYSQL_OPT_READ_TIMEOUT, server.timeout + Session.lockWait),
    ]
    for (option, number) in numbers {
        var number = CUnsignedInt(number)
        unsafe mysql_options(handle, option, &number)
    }
}

extension Session {
    /// How many seconds a statement waits for a row that is locked.
    static var lockWait: Int { 3 }

    /// Makes the server behave the same however it is configured.
    func pinSettings() throws(MariaDBError) {
        let settings = """
            SET sql_mode = 'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,ERROR_FOR_DIVISION_BY_ZERO,NO_ZERO_DATE,\
            NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION', time_zone = '+00:00', tx_isolation = 'READ-COMMITTED', \
            innodb_lock_wait_timeout = \(Self.lockWait)
            """
        do {
            try run(settings + ", wsrep_sync_wait = 1")
        } catch let error where error.code == .unknownVariable {
            try run(settings)  // A server built without Galera.
        }
    }
}
