"""Addresses to come back to that are none of the sites'."""

from sites import Site

# {} is the origin of a site that is configured, {host} its host and port.
_FOREIGN = [
    "", "/", "//evil.example/", "///evil.example/", "/\\evil.example/", "\\\\evil.example\\", "evil.example", "https://evil.example/",
    "http://evil.example/{host}/", "HTTP://evil.example/", "http:evil.example", "http:/evil.example", "http:///evil.example/",
    "{}.evil.example/", "{}@evil.example/", "{}:80@evil.example/", "http://ada:secret@{host}/", "http://evil.example@{host}/",
    "http://evil.example#{host}/", "http://evil.example?{host}/", "{}\\@evil.example/", "{}\\.evil.example/", "{}0/", "{}1/", "{}",
    "https://{host}/", "http://{host}./", "http://{host}%2f/", "http://{host}%00.evil.example/", "HTTP://{host}/", "{}:/",
    "http://127.1:{port}/", "http://2130706433:{port}/", "http://[::1]:{port}/", "http://①②⑦.0.0.1:{port}/", "http://0x7f.1:{port}/",
    "http://127.0.0.1/", "http://localhost.:{port}/", "javascript:alert(1)//{}/", "data:text/html,{}/", "ftp://{host}/", "file:///etc/passwd",
    " {}/", "\t{}/", "\n{}/", "{}/\r\nSet-Cookie: a=b", "{}/\r\n\r\n<script>", "{}/\0", "{}/é", "{}/\"onload=", "{}/<script>",
    "http:\n//{host}/", "ht\ttp://{host}/", "\ufeff{}/", "http://{host}\u3002evil.example/", "{}\u2044evil.example/", "{}/" + "a" * 3000,
]


def foreign(site: Site) -> list[str]:
    """All of them, made of the address of `site` where they are made of one."""
    return [address.replace("{port}", str(site.port)).replace("{host}", site.host).replace("{}", site.origin) for address in _FOREIGN]
