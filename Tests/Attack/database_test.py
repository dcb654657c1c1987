"""Somebody has the password of the site's own database account: no hash and no ciphertext comes out by reading."""

import subprocess

from enrolled import enrolled
from runner import expect, expect_equal, test
from target import Target

# What a routine hands out of one account besides whether it was done; of a pending key `enrolment` does the same.
HANDED_OUT = {"authenticator": "id, sealed_key, last_step, server_time", "password_parameters": "parameters",
              "recovery_code_used_by": "challenge", "recovery_set": "salt, key_id"}
WISHES = ["SELECT * FROM %s", "SELECT COUNT(*) FROM %s", "SHOW CREATE TABLE %s", "TABLE %s", "DELETE FROM %s",
          "CHECKSUM TABLE %s",
          "INSERT INTO account_notices SELECT 1, HEX(account_id), 1 FROM %s", "LOCK TABLES %s READ", "HANDLER %s OPEN",
          "CREATE VIEW seen AS SELECT * FROM %s"]
BEYOND = ["SELECT LOAD_FILE('/etc/passwd')", "SELECT 1 INTO OUTFILE '/tmp/x'", "UPDATE audit SET at = 1", "DELETE FROM audit",
          "SELECT * FROM mysql.global_priv", "SHOW CREATE PROCEDURE vestibule_vault.authenticator", "CREATE TABLE mine (x INT)",
          "DELETE FROM second_factors", "UPDATE enrolments SET started_at = 1", "SET GLOBAL general_log = 1",
          "GRANT SELECT ON *.* TO vestibule_web@localhost",
          "SHOW GRANTS FOR vestibule_migrate@localhost"]


def as_web(target: Target, statement: str) -> subprocess.CompletedProcess[str]:
    """Runs a statement with the rights of the site's account."""
    password = (target.state / "secrets/web").read_text().strip()
    command = ["mariadb", "--no-defaults", f"--socket={target.state}/mariadb.sock", "--user=vestibule_web", "--batch",
               "vestibule"]
    return subprocess.run(command, input=statement, text=True, errors="replace", capture_output=True, timeout=60,
                          env={"MYSQL_PWD": password, "PATH": "/usr/bin:/bin"})


@test
def the_sites_account_reads_no_secret_by_select(target: Target) -> str:
    enrolled(target)
    hidden = ["password_hashes", "authenticators", "enrolments", "recovery_sets", "recovery_codes"]
    for wish in [wish % f"vestibule_vault.{table}" for table in hidden for wish in WISHES] + BEYOND:
        done = as_web(target, wish)
        expect(done.returncode or "NULL" in done.stdout, f"{wish} is answered: {done.stdout[:80]!r}")
    secrets = {cell for column, table in (("hash", "password_hashes"), ("sealed_key", "authenticators"), ("hash", "recovery_codes"))
               for cell, in target.sql(f"SELECT HEX({column}) FROM vestibule_vault.{table}")}
    readable = as_web(target, "SELECT table_schema, table_name, column_name FROM information_schema.columns "
                              "WHERE table_schema <> 'information_schema'").stdout.splitlines()[1:]
    for place in readable:
        schema, table, column = place.split("\t")
        cells = as_web(target, f"SELECT HEX(`{column}`) FROM `{schema}`.`{table}`").stdout.split()
        expect(not secrets.intersection(cells), f"{place} holds a secret")
    return f"{len(hidden)} tables in {len(WISHES)} ways: refused; {len(readable)} columns that it reads: " \
        f"none of {len(secrets)} hashes and ciphertexts"


@test
def the_routines_hand_out_what_is_known_of_them_and_no_more(target: Target) -> str:
    ada, _, _ = enrolled(target)
    who = target.account(ada)
    stored = target.sql(f"SELECT hash FROM vestibule_vault.password_hashes WHERE account_id = {who}")[0][0]
    verifier = stored.rpartition("$")[2]
    routines = target.sql(
        "SELECT r.routine_name, GROUP_CONCAT(p.data_type ORDER BY p.ordinal_position) FROM information_schema.routines r "
        "JOIN information_schema.parameters p ON p.specific_schema = r.routine_schema AND p.specific_name = r.specific_name "
        "WHERE r.routine_schema = 'vestibule_vault' GROUP BY r.routine_name")
    seen: dict[str, str] = {}
    for name, types in routines:
        given = ", ".join({"bigint": str(who)}.get(kind, "x''") for kind in types.split(","))
        # Whatever a routine changes is taken back: only what it says is of interest.
        done = as_web(target, f"START TRANSACTION; CALL vestibule_vault.{name}({given}); ROLLBACK")
        expect(verifier not in done.stdout, f"{name} hands out the verifier of a password")
        if done.stdout and (columns := done.stdout.splitlines()[0].replace("\t", ", ")) != "done":
            seen[name] = columns
    expect_equal(seen, HANDED_OUT, "what the routines hand out beyond whether it was done")
    return f"{len(routines)} routines: no verifier; of one account at a time its sealed key, salts, costs and last step"
