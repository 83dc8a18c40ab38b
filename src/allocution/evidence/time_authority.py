"""Timestamps of authorities by RFC 3161: the request, and what of the answer holds when nobody can be asked."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from asn1crypto import algos, core, tsp
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from allocution.errors import CaptureError

QUERY, REPLY = "application/timestamp-query", "application/timestamp-reply"
_HASHES: dict[str, hashes.SHA256 | hashes.SHA384 | hashes.SHA512] = {
    "sha256": hashes.SHA256(),
    "sha384": hashes.SHA384(),
    "sha512": hashes.SHA512(),
}
_LONGEST_CHAIN = 6
# What asn1crypto and cryptography raise for encodings that aren't what they should be.
_NOT_AS_IT_SHOULD_BE = (
    ValueError, TypeError, KeyError, AttributeError, IndexError, OverflowError, RecursionError, UnsupportedAlgorithm,
    x509.InvalidVersion, x509.ExtensionNotFound, x509.DuplicateExtension,
)  # fmt: skip
_DER = Encoding.DER


@dataclass(frozen=True, slots=True)
class Stamped:
    """A checked timestamp: the moment, and the name of who says so by its certificate."""

    moment: datetime
    authority: str


def make_request(sha256: bytes, nonce: int) -> bytes:
    """The request for a timestamp of a file with that SHA-256; the certificates are asked for, too."""
    imprint = {"hash_algorithm": algos.DigestAlgorithm({"algorithm": "sha256"}), "hashed_message": sha256}
    request = tsp.TimeStampReq(
        {"version": "v1", "message_imprint": imprint, "nonce": nonce, "cert_req": True}
    )
    return bytes(request.dump())


def read_roots(data: bytes) -> tuple[x509.Certificate, ...]:
    """The certificates in a PEM file. Raises CaptureError."""
    try:
        return tuple(x509.load_pem_x509_certificates(data))
    except ValueError as error:
        raise _refused("root-illegible") from error


def check_reply(
    reply: bytes, sha256: bytes, roots: Iterable[x509.Certificate], nonce: int | None = None
) -> Stamped:
    """Check an authority's answer against a file's SHA-256 and the roots that are trusted. Raises CaptureError."""
    try:
        return _check(reply, sha256, tuple(roots), nonce)
    except _NOT_AS_IT_SHOULD_BE as error:
        raise _refused(" ".join(str(error).split())[:200]) from error


def _refused(problem: str, **named: str) -> CaptureError:
    return CaptureError("tsr-damaged", problem=problem, **named)


def _check(reply: bytes, sha256: bytes, roots: tuple[x509.Certificate, ...], nonce: int | None) -> Stamped:
    response = tsp.TimeStampResp.load(reply, strict=True)
    status = response["status"]["status"].native
    if status not in ("granted", "granted_with_mods"):
        raise _refused("authority-refused", status=status)
    if response["time_stamp_token"]["content_type"].native != "signed_data":
        raise _refused("unsigned")
    signed: Any = response["time_stamp_token"]["content"]
    content = signed["encap_content_info"]
    if content["content_type"].native != "tst_info" or len(signed["signer_infos"]) != 1:
        raise _refused("malformed")
    raw = (
        content["content"].native
        if isinstance(content["content"], core.Void)
        else content["content"].contents
    )
    told = tsp.TSTInfo.load(raw, strict=True)
    imprint = told["message_imprint"]
    if (
        imprint["hash_algorithm"]["algorithm"].native != "sha256"
        or imprint["hashed_message"].native != sha256
    ):
        raise _refused("for-another-file")
    if nonce is not None and told["nonce"].native != nonce:
        raise _refused("for-another-request")
    moment = told["gen_time"].native.astimezone(UTC)
    certificates = [
        x509.load_der_x509_certificate(each.chosen.dump())
        for each in signed["certificates"]
        if each.name == "certificate"
    ]
    signer = _signer(signed["signer_infos"][0], raw, certificates)
    _check_purpose(signer)
    _check_chain(signer, certificates, roots, moment)
    return Stamped(moment, _name(signer))


def _signer(info: Any, raw: bytes, certificates: list[x509.Certificate]) -> x509.Certificate:
    """The certificate whose key made the signature. Raises CaptureError where none of them did."""
    attributes = info["signed_attrs"]
    by_type = {each["type"].native: each["values"] for each in attributes}
    algorithm = _HASHES[info["digest_algorithm"]["algorithm"].native]
    if by_type["content_type"].native != ["tst_info"]:
        raise _refused("signature-wrong")
    if by_type["message_digest"].native != [hashlib.new(algorithm.name, raw).digest()]:
        raise _refused("signature-wrong")
    wanted = _wanted_certificate(by_type)
    signed = b"\x31" + attributes.dump(force=False)[1:]  # signed as a set, sent under a tag of its own
    named = [
        each for each in certificates if hashlib.new(wanted[0], each.public_bytes(_DER)).digest() == wanted[1]
    ]
    if len(named) != 1:
        raise _refused("signer-missing")
    try:
        _verify(named[0], info["signature"].native, signed, algorithm, info)
    except InvalidSignature as error:
        raise _refused("signature-wrong") from error
    return named[0]


def _wanted_certificate(by_type: dict[str, Any]) -> tuple[str, bytes]:
    """By which digest the signed attributes name the signer's certificate."""
    if "signing_certificate_v2" in by_type:
        first = by_type["signing_certificate_v2"][0]["certs"][0]
        return first["hash_algorithm"]["algorithm"].native, first["cert_hash"].native
    first = by_type["signing_certificate"][0]["certs"][0]
    return "sha1", first["cert_hash"].native


def _verify(
    certificate: x509.Certificate, signature: bytes, signed: bytes, algorithm: hashes.HashAlgorithm, info: Any
) -> None:
    key = certificate.public_key()
    if isinstance(key, rsa.RSAPublicKey):
        scheme: padding.AsymmetricPadding = padding.PKCS1v15()
        if info["signature_algorithm"]["algorithm"].native == "rsassa_pss":
            scheme = padding.PSS(padding.MGF1(algorithm), padding.PSS.AUTO)
        key.verify(signature, signed, scheme, algorithm)
    elif isinstance(key, ec.EllipticCurvePublicKey):
        key.verify(signature, signed, ec.ECDSA(algorithm))
    else:
        raise _refused("key-kind-unknown")


def _check_purpose(certificate: x509.Certificate) -> None:
    """RFC 3161, 2.3: for timestamps, for nothing else, and it says so critically."""
    extension = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage)
    if not extension.critical or list(extension.value) != [ExtendedKeyUsageOID.TIME_STAMPING]:
        raise _refused("certificate-for-other-use")


def _check_chain(
    signer: x509.Certificate,
    certificates: list[x509.Certificate],
    roots: tuple[x509.Certificate, ...],
    moment: datetime,
) -> None:
    """Follow issuers up to a root that is trusted, each valid at the moment. Raises CaptureError."""
    current = signer
    for _ in range(_LONGEST_CHAIN):
        if not current.not_valid_before_utc <= moment <= current.not_valid_after_utc:
            raise _refused("certificate-out-of-time")
        if current in roots:
            return
        issuer = next((each for each in (*roots, *certificates) if _issued(each, current)), None)
        if issuer is None:
            break
        current = issuer
    raise _refused("root-missing")


def _issued(issuer: x509.Certificate, certificate: x509.Certificate) -> bool:
    if issuer == certificate or issuer.subject != certificate.issuer:
        return False
    try:
        constraints = issuer.extensions.get_extension_for_class(x509.BasicConstraints).value
        certificate.verify_directly_issued_by(issuer)
    except (x509.ExtensionNotFound, InvalidSignature, ValueError, TypeError):
        return False
    return constraints.ca


def _name(certificate: x509.Certificate) -> str:
    """Who a certificate is of, in one line."""
    subject = certificate.subject
    for kind in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME):
        found = subject.get_attributes_for_oid(kind)
        if found:
            return " ".join(str(found[0].value).split())
    return " ".join(subject.rfc4514_string().split())
