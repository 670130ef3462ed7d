"""The variables that other programs get from us: the user's own, without those of QGIS."""

from __future__ import annotations

import os
from urllib.parse import quote, urlsplit

from qgis.core import QgsApplication, QgsNetworkAccessManager
from qgis.PyQt.QtNetwork import QNetworkProxy

# What QGIS, its installers and its Python set for themselves; another Python and another GDAL must not see it.
_REMOVED_PREFIXES = ("PYTHON", "GDAL_", "OGR_", "PROJ_")
_REMOVED_VARIABLES = (
    "VIRTUAL_ENV",
    "__PYVENV_LAUNCHER__",
    "QT_PLUGIN_PATH",
    "DYLD_LIBRARY_PATH",
    "DYLD_FRAMEWORK_PATH",
)
_PROXY_SCHEMES = {
    QNetworkProxy.ProxyType.HttpProxy: "http",
    QNetworkProxy.ProxyType.HttpCachingProxy: "http",
    QNetworkProxy.ProxyType.Socks5Proxy: "socks5h",
}


def clean_environment(network: bool = False) -> dict[str, str]:
    """The variables for a Python that is not QGIS' own; with `network`, QGIS' proxy settings as HTTP(S)_PROXY."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in _REMOVED_VARIABLES and not name.upper().startswith(_REMOVED_PREFIXES)
    }
    _remove_bundled_libraries(environment)
    environment.update(PYTHONUTF8="1", PYTHONUNBUFFERED="1")
    if network:
        environment.update(proxy_variables())
    return environment


def _remove_bundled_libraries(environment: dict[str, str]) -> None:
    """Take the folders of a QGIS bundle out of LD_LIBRARY_PATH; what the user's system put there stays."""
    value = environment.get("LD_LIBRARY_PATH", "")
    if not value:
        return
    prefix = os.path.normpath(QgsApplication.prefixPath() or "/usr")
    bundled = prefix not in ("/usr", "/usr/local")
    kept = [
        folder
        for folder in value.split(os.pathsep)
        if folder and not (bundled and os.path.normpath(folder).startswith(prefix + os.sep))
    ]
    if kept:
        environment["LD_LIBRARY_PATH"] = os.pathsep.join(kept)
    else:
        del environment["LD_LIBRARY_PATH"]


def proxy_variables() -> dict[str, str]:
    """QGIS' proxy (Options, Network) as environment variables; empty when it has none or uses the system's."""
    manager = QgsNetworkAccessManager.instance()
    proxy = manager.fallbackProxy()
    scheme = _PROXY_SCHEMES.get(proxy.type())
    if scheme is None or not proxy.hostName():
        return {}
    user = ""
    if proxy.user():
        user = quote(proxy.user(), safe="")
        if proxy.password():
            user += ":" + quote(proxy.password(), safe="")
        user += "@"
    address = f"{scheme}://{user}{proxy.hostName()}:{proxy.port() or 8080}"
    variables = {"HTTP_PROXY": address, "HTTPS_PROXY": address, "http_proxy": address, "https_proxy": address}
    hosts = [_host_of(url) for url in list(manager.excludeList()) + list(manager.noProxyList())]
    without = ",".join(host for host in hosts if host)
    if without:
        variables["NO_PROXY"] = variables["no_proxy"] = without
    return variables


def _host_of(url: str) -> str:
    return urlsplit(url if "//" in url else "//" + url).hostname or ""
