"""The guard in front of every connection: what may be asked, what may be reached."""

from __future__ import annotations

from ipaddress import ip_address

import pytest

from triggers.outbound import OutboundPolicy, Target, parse_allow

PUBLIC_ONLY = OutboundPolicy()

NOT_PUBLIC = [
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "10.255.255.255",
    "100.64.0.1",
    "100.100.100.200",
    "127.0.0.1",
    "127.255.0.1",
    "169.254.169.254",
    "169.254.170.2",
    "168.63.129.16",
    "172.16.0.1",
    "172.31.255.254",
    "192.0.0.8",
    "192.0.0.192",
    "192.0.2.7",
    "192.88.99.1",
    "192.168.1.1",
    "198.18.0.1",
    "198.19.255.1",
    "198.51.100.9",
    "203.0.113.5",
    "224.0.0.1",
    "239.255.255.250",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "100::1",
    "2001::1",
    "2001:0:7f00:1::",
    "2001:10::1",
    "2001:20::1",
    "2001:db8::1",
    "2002:7f00:1::",
    "2002:a00:1::",
    "3fff::1",
    "5f00::1",
    "fc00::1",
    "fd00:ec2::254",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "ff0e::1",
    "4000::1",
]

PUBLIC = [
    "8.8.8.8",
    "1.1.1.1",
    "93.184.215.14",
    "172.32.0.1",
    "100.128.0.1",
    "::ffff:8.8.8.8",
    "2606:4700::1111",
    "2a00:1450:4001::200e",
]

REFUSED_URLS = [
    "http://127.1/",
    "http://2130706434/",
    "http://0x7f.1/",
    "http://0x7f000002/",
    "http://0177.0.0.2/",
    "http://0/",
    "http://127.0.0.2.",
    "http://１２７.０.０.２/",
    "http://①②⑦.0.0.②/",
    "http://127。0。0。2/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.2]/",
    "http://[fe80::1%25eth0]/",
    "http://printer.local/",
    "http://db.internal/",
    "http://metadata.google.internal/computeMetadata/",
    "http://a.localhost/",
    "http://feeds.example:22/",
    "http://feeds.example:6379/",
    "http://feeds.example:0/",
    "http://feeds.example:99999/",
    "http://feeds.example:x/",
    "file:///etc/hosts",
    "ftp://feeds.example/",
    "gopher://feeds.example/",
    "dict://feeds.example:2628/",
    "data:text/xml,<rss/>",
    "unix:///run/x.sock",
    "//feeds.example/rss",
    "/etc/hosts",
    "",
    "http://",
    "http:///feeds.example/",
    "http://mara:secret@feeds.example/",
    "http://feeds.example\\@127.0.0.2/",
    "http://127.0.0.2#@feeds.example/",
    "http://feeds.exa\tmple/",
    "http://feeds.example\n/",
    "http://feeds.example/\r\nX-Injected: 1",
    "http://feeds.example /x",
    "http://feeds..example/",
    "http://-feeds.example/",
    "http://" + "a" * 300 + ".example/",
    "http://feeds.example/" + "a" * 5000,
]


@pytest.mark.parametrize("text", NOT_PUBLIC)
def test_it_refuses_what_is_not_public(text: str) -> None:
    assert PUBLIC_ONLY.refusal(ip_address(text), 443)


@pytest.mark.parametrize("text", PUBLIC)
def test_it_lets_public_addresses_pass(text: str) -> None:
    assert PUBLIC_ONLY.refusal(ip_address(text), 443) is None


@pytest.mark.parametrize("port", [1, 22, 25, 6379, 8080])
def test_only_web_ports_pass(port: int) -> None:
    assert PUBLIC_ONLY.refusal(ip_address("8.8.8.8"), port) == f"port {port} is not a web port"


@pytest.mark.parametrize("url", REFUSED_URLS)
def test_it_refuses_an_address_before_any_look_up(url: str) -> None:
    assert isinstance(PUBLIC_ONLY.target(url), str)


def test_a_plain_address_is_understood() -> None:
    assert PUBLIC_ONLY.target("https://Feeds.Example./rss?a=1") == Target("https", "feeds.example", 443, None)


def test_an_international_name_is_looked_up_in_ascii() -> None:
    found = PUBLIC_ONLY.target("http://bücher.example/feed")
    assert isinstance(found, Target)
    assert (found.host, found.port) == ("xn--bcher-kva.example", 80)


def test_what_ops_list_is_allowed_and_nothing_beside_it() -> None:
    policy = OutboundPolicy(allow=(parse_allow("127.0.0.1/32:8701"),))
    assert policy.refusal(ip_address("127.0.0.1"), 8701) is None
    assert policy.refusal(ip_address("::ffff:127.0.0.1"), 8701) is None
    assert policy.refusal(ip_address("127.0.0.1"), 8702)
    assert policy.refusal(ip_address("127.0.0.2"), 8701)
    assert policy.refusal(ip_address("127.0.0.1"), 80)
    assert isinstance(policy.target("http://127.0.0.1:8701/feed"), Target)
    assert isinstance(policy.target("http://127.0.0.1:8702/feed"), str)


def test_an_ipv6_network_can_be_allowed() -> None:
    policy = OutboundPolicy(allow=(parse_allow("[::1]/128:8701"),))
    assert policy.refusal(ip_address("::1"), 8701) is None
    assert isinstance(policy.target("http://[::1]:8701/"), Target)


@pytest.mark.parametrize(
    "text", ["", "127.0.0.1", "127.0.0.1/32", "127.0.0.1/32:", "127.0.0.1/33:80", "a/8:80", "10.0.0.0/8:0"]
)
def test_a_wrong_line_of_the_allow_list_is_named(text: str) -> None:
    with pytest.raises(ValueError, match=r"needs a network and a port|names no network"):
        parse_allow(text)
