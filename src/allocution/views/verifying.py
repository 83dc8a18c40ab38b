"""The page that tells readers how to check a release with programs that they have already."""

from __future__ import annotations

from allocution.content.public_key import fingerprint
from allocution.views.downloads_contract import CheckingStep, CheckingView
from allocution.views.site_view import VERIFYING, SiteView

_LISTED = r"sed -n 's/^[0-9a-f]\{64\}  //p' SHA256SUMS"
_THERE = "find . -type f ! -path ./SHA256SUMS ! -path './release.txt*' | sed 's|^./||'"


def verifying_view(site: SiteView, page_language: str) -> CheckingView:
    """The page in one of the site's languages. The commands are for a folder that holds a release."""
    wording = site.wording(site.interface_language(page_language))
    key = site.archive.configuration.settings.public_key
    steps = tuple(
        CheckingStep(name, wording(f"verifying-{name}"), wording(f"verifying-{name}-about"), commands)
        for name, commands in commands_by_tool(key).items()
    )
    frame = site.frame(wording("verifying"), site.localised(VERIFYING, page_language), page_language)
    return CheckingView(frame, key, fingerprint(key), steps)


def commands_by_tool(key: str) -> dict[str, tuple[str, ...]]:
    """What is typed, by what checks it."""
    return {
        "minisign": (f"minisign -V -P {key} -m release.txt",),
        "sums": (
            'grep -x "list: $(sha256sum SHA256SUMS | cut -c 1-64)" release.txt',
            "sha256sum --check --quiet SHA256SUMS",
            f'test "$({_LISTED} | sort)" = "$({_THERE} | sort)"',
        ),
        "openssl": (
            "T=$(mktemp -d)",
            r"printf '\060\052\060\005\006\003\053\145\160\003\041\000' > $T/key",
            f"echo {key} | base64 -d | tail -c 32 >> $T/key",
            "openssl dgst -blake2b512 -binary release.txt > $T/digest",
            "sed -n 2p release.txt.minisig | base64 -d | tail -c 64 > $T/signature",
            "openssl pkeyutl -verify -pubin -keyform DER -inkey $T/key -rawin -in $T/digest -sigfile $T/signature",
        ),
        "python": (f"python3 verify.py . --key {key}",),
    }
