-- Sends requests that were written beforehand, in turn, and prints what came of them as numbers.
-- The file holds whole requests, each with a zero byte behind it.

local requests = {}
local last = 0

function init(arguments)
    local file = assert(io.open(arguments[1], "rb"))
    for request in file:read("*a"):gmatch("[^%z]+") do requests[#requests + 1] = request end
    file:close()
    last = math.random(#requests)
end

function request()
    last = last % #requests + 1
    return requests[last]
end

function done(summary, latency)
    local errors = summary.errors
    io.write(string.format(
        '{"seconds": %.6f, "requests": %d, "refused": %d, "broken": %d, "p50": %.3f, "p99": %.3f}\n',
        summary.duration / 1e6, summary.requests, errors.status,
        errors.connect + errors.read + errors.write + errors.timeout,
        latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
