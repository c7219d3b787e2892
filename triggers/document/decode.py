"""Bytes to UTF-8 that an XML parser accepts.

Who says what the bytes are: a byte order mark, then the reply's header, then the XML declaration (RFC 7303). Bytes
that are valid UTF-8 are read as that whenever anybody says so, since servers add a wrong charset more often than
publishers do. Only the codecs listed here are ever used: Python's registry also holds ones that unpack or run for
ever.
"""

from __future__ import annotations

import codecs
import re
from encodings import normalize_encoding
from encodings.aliases import aliases

_ALLOWED = frozenset(
    {
        "ascii",
        "big5",
        "big5hkscs",
        "cp1250",
        "cp1251",
        "cp1252",
        "cp1253",
        "cp1254",
        "cp1255",
        "cp1256",
        "cp1257",
        "cp1258",
        "cp437",
        "cp850",
        "cp866",
        "cp874",
        "cp932",
        "cp949",
        "euc_jp",
        "euc_kr",
        "gb18030",
        "gb2312",
        "gbk",
        "iso2022_jp",
        "iso8859_1",
        "iso8859_2",
        "iso8859_3",
        "iso8859_4",
        "iso8859_5",
        "iso8859_6",
        "iso8859_7",
        "iso8859_8",
        "iso8859_9",
        "iso8859_10",
        "iso8859_11",
        "iso8859_13",
        "iso8859_14",
        "iso8859_15",
        "iso8859_16",
        "koi8_r",
        "koi8_u",
        "latin_1",
        "mac_roman",
        "shift_jis",
        "tis_620",
        "utf_8",
        "utf_16",
        "utf_16_be",
        "utf_16_le",
        "utf_32",
        "utf_32_be",
        "utf_32_le",
    }
)
_MARKS = (
    (codecs.BOM_UTF8, "utf_8"),
    (codecs.BOM_UTF32_LE, "utf_32"),
    (codecs.BOM_UTF32_BE, "utf_32"),
    (codecs.BOM_UTF16_LE, "utf_16"),
    (codecs.BOM_UTF16_BE, "utf_16"),
    (b"<\x00?\x00", "utf_16_le"),
    (b"\x00<\x00?", "utf_16_be"),
)
_DECLARATION = re.compile(rb"\s*<\?xml[^>]{0,200}?>")
_DECLARED = re.compile(rb"""encoding\s*=\s*["']([A-Za-z0-9._:-]{1,40})["']""")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\x0b\x0c")
_SPACES = bytes.maketrans(b"\x0b\x0c", b"  ")
_REFERENCE = re.compile(rb"&#(?:x([0-9a-f]{1,8})|([0-9]{1,9}));", re.IGNORECASE)


def to_utf8(body: bytes, content_type: str | None) -> bytes:
    """The document in UTF-8 without control characters and XML declaration. Undecodable bytes become U+FFFD."""
    decoded = _as_utf8(body, content_type)
    return _without_declaration(decoded).translate(_SPACES, _CONTROLS)


def allowed_codec(name: str | None) -> str | None:
    """Python's name for a charset, or None for one that is unknown or not on the list."""
    if not name:
        return None
    plain = normalize_encoding(name).lower()
    found = aliases.get(plain, plain)
    # Every gb2312 text is gb18030 text, and publishers say the former for both.
    return "gb18030" if found in ("gb2312", "gbk") else found if found in _ALLOWED else None


def mend_references(document: bytes) -> bytes:
    """Character references to what is no character (surrogates, controls, beyond Unicode) become U+FFFD."""
    return _REFERENCE.sub(_mended, document)


def _mended(match: re.Match[bytes]) -> bytes:
    code = int(match[1], 16) if match[1] else int(match[2])
    legal = code in (9, 10, 13) or 32 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0x10000 <= code < 0x110000
    return match[0] if legal else b"\xef\xbf\xbd"


def _as_utf8(body: bytes, content_type: str | None) -> bytes:
    for mark, codec in _MARKS:
        if body.startswith(mark):
            return body.decode(codec, "replace").removeprefix("\ufeff").encode("utf-8", "replace")
    declared = _declared(body)
    header = _CHARSET.search(content_type or "")
    claims = [codec for codec in (allowed_codec(header[1] if header else None), allowed_codec(declared)) if codec]
    if (not claims or "utf_8" in claims) and _is_utf8(body):
        return body
    for codec in (*claims, "utf_8", "cp1252"):
        try:
            return body.decode(codec).encode("utf-8", "replace")
        except UnicodeDecodeError:
            continue
    return body.decode("utf-8", "replace").encode("utf-8")


def _declared(body: bytes) -> str | None:
    declaration = _DECLARATION.match(body, 0, 300)
    found = _DECLARED.search(declaration[0]) if declaration else None
    return found[1].decode("ascii") if found else None


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _without_declaration(document: bytes) -> bytes:
    """The declaration names an encoding that no longer holds, and without one XML is UTF-8."""
    declaration = _DECLARATION.match(document, 0, 300)
    return document[declaration.end() :].lstrip() if declaration else document.lstrip()
