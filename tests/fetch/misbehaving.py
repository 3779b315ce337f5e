"""A local HTTP server that answers each connection just as a test says, down to the bytes and their pace."""

from __future__ import annotations

import contextlib
import socket
import ssl
import struct
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

CERTIFICATE = Path(__file__).parent / "self_signed.pem"
"""Of 127.0.0.1 and localhost, with its key; nobody trusts it."""

Behaviour = Callable[[socket.socket], None]
"""What the server does once it has read a request."""


@dataclass
class Server:
    """Serves `behaviours` in turn, one a connection; the last one again and again."""

    behaviours: list[Behaviour]
    port: int = 0
    scheme: str = "http"
    requests: list[str] = field(default_factory=list)
    """The head of each request, in order."""
    stopped: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}"

    @property
    def api_url(self) -> str:
        return f"{self.url}/w/api.php"

    def paths(self) -> list[str]:
        """What was asked for, without parameters."""
        return [request.split(" ")[1].partition("?")[0] for request in self.requests]


@contextmanager
def serving(*behaviours: Behaviour, tls: bool = False) -> Iterator[Server]:
    """A running server."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = Server(behaviours=list(behaviours), port=listener.getsockname()[1])
        context = None
        if tls:
            server.scheme = "https"
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
        thread = threading.Thread(target=_serve, args=(listener, server, context), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.stopped.set()
            with contextlib.suppress(OSError):
                listener.shutdown(socket.SHUT_RDWR)
            thread.join(5)


def _serve(listener: socket.socket, server: Server, context: ssl.SSLContext | None) -> None:
    while not server.stopped.is_set():
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        with contextlib.suppress(OSError), connection:
            connection.settimeout(10)
            if context:
                connection = context.wrap_socket(connection, server_side=True)
            head = _read_head(connection)
            if head:
                server.requests.append(head)
                number = min(len(server.requests), len(server.behaviours)) - 1
                server.behaviours[number](connection)
            connection.close()


def _read_head(connection: socket.socket) -> str:
    data = b""
    while b"\r\n\r\n" not in data:
        part = connection.recv(65536)
        if not part:
            return ""
        data += part
    return data.decode("latin-1")


def response(
    body: bytes,
    *,
    status: str = "200 OK",
    kind: str = "application/json; charset=utf-8",
    length: int | None = -1,
    **headers: str,
) -> bytes:
    """A response with its head; `length` None leaves Content-Length out, -1 is the body's own."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {kind}", "Connection: close"]
    if length is not None:
        lines.append(f"Content-Length: {len(body) if length == -1 else length}")
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n" + body


def say(data: bytes) -> Behaviour:
    """Send `data` and close."""
    return lambda connection: connection.sendall(data)


def say_and_reset(data: bytes) -> Behaviour:
    """Send `data` and break the connection off (RST)."""

    def behave(connection: socket.socket) -> None:
        connection.sendall(data)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    return behave


def drip(data: bytes, pause_s: float, stopped: Callable[[], bool]) -> Behaviour:
    """Send `data` byte by byte, again and again."""

    def behave(connection: socket.socket) -> None:
        pause = threading.Event()
        while not stopped():
            for number in range(len(data)):
                connection.sendall(data[number : number + 1])
                pause.wait(pause_s)

    return behave


def repeat(head: bytes, part: bytes, times: int) -> Behaviour:
    """Send `head`, then `part` many times, until the other side hangs up."""

    def behave(connection: socket.socket) -> None:
        connection.sendall(head)
        for _ in range(times):
            connection.sendall(part)

    return behave


def gzipped(data: bytes) -> bytes:
    """`data` as a gzip stream (RFC 1952)."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()
