"""The socket that a server listens on."""

from __future__ import annotations

import errno
import ipaddress
import socket

from allocution.errors import UsageError


def listen(host: str, port: int) -> socket.socket:
    """A listening socket on a host's first address; port 0 takes a free one. Raises UsageError."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        return socket.create_server(address[:2], family=family)
    except socket.gaierror as error:
        raise UsageError("host-unknown", host=host) from error
    except PermissionError as error:
        raise UsageError("port-forbidden", port=port) from error
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise UsageError("port-unusable", host=host, port=port, problem=error.strerror) from error
        raise UsageError("port-taken", port=port, next=port + 1) from error


def is_loopback(listener: socket.socket) -> bool:
    """Whether only this machine can reach the socket."""
    return ipaddress.ip_address(listener.getsockname()[0].partition("%")[0]).is_loopback


def address_of(listener: socket.socket, host: str) -> str:
    """The address to open in a browser."""
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{listener.getsockname()[1]}/"
