"""Where a secret may have been left: in what an instance stores, writes and runs."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from instance import Instance, command_line, processes


@contextmanager
def written(places: Iterable[tuple[str, bytes]]) -> Iterator[Path]:
    """A folder with a file for each place, to be searched."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for place, content in places:
            (folder / place).write_bytes(content)
        yield folder


def logs(instance: Instance) -> Iterator[tuple[str, bytes]]:
    for file in (instance.state / "log").iterdir():
        yield file.name, file.read_bytes()


def dump(instance: Instance) -> Iterator[tuple[str, bytes]]:
    """Each column of each table, as the bytes that it holds."""
    columns = instance.sql(
        "SELECT c.table_schema, c.table_name, c.column_name FROM information_schema.columns c "
        "JOIN information_schema.tables t USING (table_schema, table_name) "
        "WHERE t.table_type = 'BASE TABLE' AND c.table_schema IN ('vestibule', 'vestibule_vault')")
    for schema, table, column in columns:
        cells = instance.sql(f"SELECT HEX(CAST(`{column}` AS BINARY)) FROM `{schema}`.`{table}`")
        yield f"{table}.{column}", b"\n".join(bytes.fromhex(cell) for cell, in cells if cell != "NULL")


def beside_processes(instance: Instance) -> Iterator[tuple[str, bytes]]:
    """What anybody may read of every process of the instance, and the files that it holds open after they were removed."""
    ours = [pid for pid in processes() if any(str(instance.state) in word for word in command_line(pid))]
    supervised = [instance.process_id(name) for name in ("vestibule", "nginx", "mariadb")] + instance.workers()
    for pid in {*ours, *supervised}:
        for name in ("environ", "cmdline", "comm", "maps", "status"):
            yield from _content(f"{name} of {pid}", Path(f"/proc/{pid}/{name}"))
        for file in _open_files(pid):
            if " (deleted)" in os.path.realpath(file):
                yield from _content(f"file {file.name} of {pid}", file)


def _content(name: str, path: Path) -> Iterator[tuple[str, bytes]]:
    try:
        yield name, path.read_bytes()
    except OSError:  # The process has ended meanwhile, or it is no file.
        return


def _open_files(pid: int) -> list[Path]:
    try:
        return list(Path(f"/proc/{pid}/fd").iterdir())
    except OSError:
        return []
