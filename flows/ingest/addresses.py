"""Which addresses are of the public network, and so may be fetched from. May not: resolve names, connect."""

import ipaddress
from typing import Final

_TRANSLATED: Final = ipaddress.ip_network("64:ff9b::/96")  # IPv4 behind NAT64 (RFC 6052)
_UNICAST: Final = ipaddress.ip_network("2000::/3")  # all of IPv6 that is given out to hosts of the public network


def is_global(address: str) -> bool:
    """Whether an address is of the public network; one of IPv4 in the clothes of IPv6 is what it holds."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv4Address):
        return ip.is_global and not ip.is_multicast
    if inner := ip.ipv4_mapped or ip.sixtofour or _translated(ip):
        return is_global(str(inner))
    return ip.is_global and ip in _UNICAST


def _translated(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    return ipaddress.IPv4Address(ip.packed[-4:]) if ip in _TRANSLATED else None
