"""The check itself, and a file that it guards, beside C and php-fpm."""

from bench import Bench
from goals import Figure, at_least, measures
from rounds import Series, cost_ratio, interleaved, ratio

CHECK = at_least(0.97, "Checks a second, of what C does")
CHECK_COST = at_least(3.5, "Processor time of a check in PHP, of ours")
FILE = at_least(2.3, "Guarded files a second, of what PHP does")
FILE_ALONE = at_least(0.36, "Guarded files a second, of the file alone")


@measures(CHECK, CHECK_COST)
def checks(bench: Bench) -> list[Figure]:
    bench.start_peers()
    names = ("ours", "C", "php-fpm")
    series = interleaved({name: bench.checks(f"/bare/{name}") for name in names}, bench.rounds)
    bench.series |= {f"check, {name}": one for name, one in series.items()}
    ours, c, php = series.values()
    costs = f"{php.cost():.0f} µs, ours {ours.cost():.0f} µs, C {c.cost():.0f} µs"
    return [CHECK.of(ratio(ours, c), f"{rates(ours)}, C {rates(c)}"), CHECK_COST.of(cost_ratio(php, ours), costs)]


@measures(FILE, FILE_ALONE)
def guarded_files(bench: Bench) -> list[Figure]:
    bench.start_peers()
    names = ("ours", "C", "php-fpm", "alone")
    series = interleaved({name: bench.checks(f"/{name}/page.html") for name in names}, bench.rounds)
    bench.series |= {f"file, {name}": one for name, one in series.items()}
    ours, c, php, alone = series.values()
    return [FILE.of(ratio(ours, php), f"{rates(ours)}, PHP {rates(php)}, C {rates(c)}"),
            FILE_ALONE.of(ratio(ours, alone), f"alone {rates(alone)}; with C {ratio(c, alone):.2f} of it")]


def rates(series: Series) -> str:
    return f"{series.rate:,.0f} ({min(series.rates):,.0f} to {max(series.rates):,.0f}) a second"
