"""What the chart shows: of each comparison that was measured a few bars."""

from dataclasses import dataclass

from rounds import Series, cost_ratio, ratio

PEERS = ("C", "php-fpm", "BaconQrCode")


@dataclass(frozen=True)
class Bar:
    label: str
    # One, or several that are drawn in a row.
    values: tuple[float, ...]
    words: str
    is_ours: bool = False


@dataclass(frozen=True)
class Panel:
    title: str
    bars: list[Bar]
    note: str = ""

    @property
    def words(self) -> str:
        """The same, for who cannot see it."""
        return f"{self.title}: " + ", ".join(f"{bar.label} {bar.words}" for bar in self.bars)


def panels(series: dict[str, Series]) -> list[Panel]:
    """Those for which everything was measured."""
    found = []
    for panel in (_checks, _costs, _files, _floods, _codes):
        try:
            found.append(panel(series))
        except KeyError:
            continue
    return found


def _checks(series: dict[str, Series]) -> Panel:
    c, ours, php = (series[f"check, {name}"] for name in ("C", "ours", "php-fpm"))
    return Panel("Checks a second", [_rate("C", c), _rate("Vestibule", ours, f"{ratio(ours, c):.2f} × C"),
                                     _rate("php-fpm", php, f"{ratio(php, c):.2f} × C")])


def _costs(series: dict[str, Series]) -> Panel:
    c, ours, php = (series[f"check, {name}"] for name in ("C", "ours", "php-fpm"))
    return Panel("Processor time of a check", [
        _cost("C", c), _cost("Vestibule", ours), _cost("php-fpm", php, f"{cost_ratio(php, ours):.1f} × ours")],
        "from the left: nginx, program, MariaDB")


def _files(series: dict[str, Series]) -> Panel:
    alone, c, ours, php = (series[f"file, {name}"] for name in ("alone", "C", "ours", "php-fpm"))
    return Panel("Files behind the gate a second", [
        _rate("C", c), _rate("Vestibule", ours, f"{ratio(ours, c):.2f} × C"),
        _rate("php-fpm", php, f"{ratio(php, c):.2f} × C")], f"the file alone: {alone.rate:,.0f}")


def _floods(series: dict[str, Series]) -> Panel:
    quiet, sixteen, sixty_four, php, php_sixteen = (series[f"check, {moment}"] for moment in (
        "ours, quiet", "ours, 16 sign in", "ours, 64 sign in", "php-fpm, quiet", "php-fpm, 16 sign in"))
    return Panel("Checks a second while people sign in without a pause", [
        _rate("nobody", quiet), _rate("16 people", sixteen, f"{ratio(sixteen, quiet):.2f}, p99 {sixteen.p99:.1f} ms"),
        _rate("64 people", sixty_four, f"{ratio(sixty_four, quiet):.2f}, p99 {sixty_four.p99:.1f} ms"),
        _rate("php-fpm", php_sixteen, f"{ratio(php_sixteen, php):.2f} while 16 people sign in")])


def _codes(series: dict[str, Series]) -> Panel:
    ours, php = series["QR code, ours"], series["QR code, php-fpm"]
    return Panel("Two-factor pages with a QR code a second", [
        _rate("Vestibule", ours, f"{ratio(ours, php):.0f} × PHP"), _rate("BaconQrCode", php)])


def _rate(label: str, series: Series, words: str = "") -> Bar:
    return Bar(label, (series.rate,), _joined(f"{series.rate:,.0f}", words), label not in PEERS)


def _cost(label: str, series: Series, words: str = "") -> Bar:
    nginx, database, whole = series.cost("nginx"), series.cost("MariaDB"), series.cost()
    values = (nginx, whole - nginx - database, database)
    return Bar(label, values, _joined(f"{whole:.0f} µs", words), label not in PEERS)


def _joined(number: str, words: str) -> str:
    return f"{number} · {words}" if words else number
