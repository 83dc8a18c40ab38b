"""What browsers may do with a page: the policies in pages, and the headers that servers should send with every file."""

from __future__ import annotations

_OWN = (
    "default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' file: data:; "
    "font-src 'self' file:; connect-src 'self'; base-uri 'none'; "
)
PAGE_POLICY = f"{_OWN}form-action 'none'"
FORM_POLICY = f"{_OWN}form-action 'self' file:"
SEARCH_POLICY = f"{_OWN}form-action 'self'; frame-ancestors 'self'"

# Pages name their own, narrower policies, and both hold. Only a header may name those who may frame a page.
_HEADER_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; media-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'self'"
)
HEADERS = {
    "Content-Security-Policy": _HEADER_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
SERVERS = ("nginx", "apache", "caddy", "netlify")


def server_file(server: str, folder: str = "/") -> str:
    """What one of `SERVERS` is told, as a file that it reads; `folder` is the site's path on the host."""
    missing = f"{folder.rstrip('/')}/404.html"
    return {"nginx": _nginx, "apache": _apache, "caddy": _caddy, "netlify": _netlify}[server](missing)


def _nginx(missing: str) -> str:
    lines = [f'add_header {name} "{value}" always;' for name, value in HEADERS.items()]
    return _file(
        "# Include this in the server block; a location with an add_header of its own has to include it again.",
        *lines,
        "charset utf-8;",
        "charset_types text/plain text/css text/csv application/javascript text/javascript application/json;",
        f"error_page 404 {missing};",
    )


def _apache(missing: str) -> str:
    lines = [f'Header always set {name} "{value}"' for name, value in HEADERS.items()]
    return _file(
        "# Include this inside the site's <Directory>; needs mod_headers.",
        *lines,
        "AddDefaultCharset utf-8",
        f"ErrorDocument 404 {missing}",
    )


def _caddy(missing: str) -> str:
    lines = [f'\t{name} "{value}"' for name, value in HEADERS.items()]
    return _file(
        "# Import this in the site's block, beside file_server.",
        "header {",
        *lines,
        "}",
        "handle_errors {",
        f"\trewrite * {missing}",
        "\tfile_server",
        "}",
    )


def _netlify(_: str) -> str:
    lines = [f"  {name}: {value}" for name, value in HEADERS.items()]
    return _file("# _headers at the site's root, for Netlify and Cloudflare Pages.", "/*", *lines)


def _file(*lines: str) -> str:
    return "\n".join([*lines, ""])
