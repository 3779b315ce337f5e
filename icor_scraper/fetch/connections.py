"""A requests adapter whose connection can be cut from another thread."""

from __future__ import annotations

import contextlib
import socket
import threading
from typing import Any

from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool, ProxyManager
from urllib3.connection import HTTPConnection, HTTPSConnection


class _Twin:
    """A second handle on the newest connection's socket.

    It outlives what the HTTP library does with the first one (TLS replaces it, "Connection: close"
    drops it), and a shutdown of it ends every read that waits on the connection.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None

    def watch(self, connection: socket.socket) -> None:
        self.drop()
        with self._lock:
            self._socket = connection.dup()

    def cut(self) -> None:
        with self._lock, contextlib.suppress(OSError):  # the connection may have ended meanwhile
            if self._socket:
                self._socket.shutdown(socket.SHUT_RDWR)

    def drop(self) -> None:
        with self._lock:
            if self._socket:
                self._socket.close()
            self._socket = None


class WatchedAdapter(HTTPAdapter):
    """An adapter that can cut the connection in use."""

    def __init__(self) -> None:
        self._twin = _Twin()
        self._pools = _pools_watched_by(self._twin)
        super().__init__()

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:  # the form that requests prescribes
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = self._pools

    def proxy_manager_for(self, *args: Any, **kwargs: Any) -> Any:  # the form that requests prescribes
        manager = super().proxy_manager_for(*args, **kwargs)
        if isinstance(manager, ProxyManager):  # not a SOCKS one, whose connections are another kind
            manager.pool_classes_by_scheme = self._pools
        return manager

    def cut(self) -> None:
        """End the exchange under way, whatever it waits for."""
        self._twin.cut()

    def close(self) -> None:
        super().close()
        self._twin.drop()


def _pools_watched_by(twin: _Twin) -> dict[str, type[HTTPConnectionPool]]:
    class Plain(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            opened = super()._new_conn()
            twin.watch(opened)
            return opened

    class Secure(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            opened = super()._new_conn()
            twin.watch(opened)
            return opened

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}
