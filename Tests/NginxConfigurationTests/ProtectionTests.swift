import NginxConfiguration
import Testing

@Suite struct `Putting a file of sites behind the gate` {
    private let site = """
        # The wiki. {
        server {
        \tlisten 443 ssl; listen [::1]:8443 ssl;
        \tserver_name wiki.example.org *.example.org;

        \tlocation / { try_files $uri /index.php; }
        \tlocation ^~ /.well-known/acme-challenge/ {
        \t\troot /var/www;
        \t}
        \tlocation ~ \\.php$ {
        \t\tinclude snippets/fastcgi-php.conf;   # Debian's
        \t\tfastcgi_index index.php;
        \t\tfastcgi_pass unix:/run/php.sock;
        \t}
        \tlocation /api/ { proxy_set_header Host $host; proxy_pass http://127.0.0.1:9000; }
        }
        server {
        \tlisten 80;
        \treturn 301 https://$host$request_uri;
        }

        """

    @Test func `Adds what is needed, takes out what would undo it, and leaves every other byte`() throws {
        let protection = try Protection(of: Array(site.utf8), file: "wiki", gate: "/g", demanding: "two-factor")
        let expected = """
            # The wiki. {
            server {
                include "/g/gate.conf";
                include "/g/protect.conf";
                set $vestibule_require "two-factor";
            \tlisten 443 ssl; listen [::1]:8443 ssl;
            \tserver_name wiki.example.org *.example.org;

            \tlocation / { try_files $uri /index.php; }
            \tlocation ^~ /.well-known/acme-challenge/ {
            \t    auth_request off;
            \t\troot /var/www;
            \t}
            \tlocation ~ \\.php$ {
            \t    include "/g/protect-php.conf";
            \t\t   # Debian's
            \t\tfastcgi_pass unix:/run/php.sock;
            \t}
            \tlocation /api/ {
            \t    include "/g/protect-proxy.conf";  proxy_pass http://127.0.0.1:9000; }
            }
            server {
            \tlisten 80;
            \treturn 301 https://$host$request_uri;
            }

            """
        #expect(String(decoding: protection.text, as: UTF8.self) == expected)
    }

    @Test func `Knows where each server can be asked`() throws {
        let entrances = try Protection(of: Array(site.utf8), file: "wiki", gate: "/g", demanding: nil).entrances
        #expect(entrances.map(\.origin) == ["https://wiki.example.org", "https://wiki.example.org:8443"])
        #expect(entrances.map(\.host) == ["127.0.0.1", "::1"])
        #expect(entrances[0].paths == ["/", "/api/", "/index.php", "/no/such/page"])
    }

    @Test(arguments: ["server { include /g/gate.conf; }", "server { return 404; }", "", "map $a $b { }"])
    func `Finds nothing to do where there is nothing`(text: String) throws {
        let protection = try Protection(of: Array(text.utf8), file: "wiki", gate: "/g", demanding: nil)
        #expect(protection.entrances == [] && protection.text == Array(text.utf8))
    }
}
