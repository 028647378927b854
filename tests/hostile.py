"""Hostile files: broken, lying, huge and malicious ones, each of which must be read or refused in words."""

import io
import json
import struct
import zipfile
import zlib

from tests.formats import ATOM, BODY, MARKED, STORY, archive, json_lines, mail, page, pdf, rss, table, word, wrapped

MEGABYTE = 1_000_000
WHOLE = {
    "txt": STORY.encode(),
    "html": page(),
    "pdf": pdf(wrapped(STORY), wrapped(STORY)),
    "docx": word(),
    "eml": mail(html=page().decode(), attachments=[("a.pdf", pdf(wrapped(STORY)))]),
    "json": json.dumps({"title": "T", "text": BODY}).encode(),
    "jsonl": json_lines(),
    "csv": table(),
    "rss": rss(),
    "atom": ATOM.encode(),
    "zip": archive({"a.html": page(), "b.txt": STORY}),
}
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a "ha ha ha ha ha ha ha ha ha ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n else str()};" * 10}">' for n in range(12))
    + "]>"
)
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def cases():
    """Yield (name, content) of every hostile file, in a steady order."""
    yield from _cut_short()
    yield from _under_wrong_names()
    yield from _with_bad_bytes()
    yield from _deep_and_long()
    yield from _archives()
    yield from _xml()
    yield from _protected()
    yield from _odd_tables()
    yield from _odd_mails()
    yield from _odd_pages()


def _cut_short():
    for kind, content in WHOLE.items():
        for share in (0.1, 0.5, 0.9, 0.99):
            yield f"cut_{int(share * 100)}.{kind}", content[: int(len(content) * share)]


def _under_wrong_names():
    kinds = list(WHOLE)
    for kind, content in WHOLE.items():
        for step in (1, 3, 5, 8):
            yield f"really_{kind}_{step}.{kinds[(kinds.index(kind) + step) % len(kinds)]}", content


def _with_bad_bytes():
    for kind, content in WHOLE.items():
        middle = len(content) // 2
        yield f"nul.{kind}", content[:middle] + b"\x00" * 50 + content[middle:]
        yield f"noise.{kind}", content[:middle] + bytes(range(256)) * 4 + content[middle:]
        yield f"only_noise.{kind}", bytes((n * 73 + n // 7) % 256 for n in range(5000))
        yield f"empty.{kind}", b""
    yield "surrogates.txt", STORY.encode() + "\ud800\udfff".encode("utf-8", "surrogatepass")
    yield "surrogates.json", b'{"title": "T \\ud800", "text": "' + BODY.replace("\n", " ").encode()[:300] + b'\\udfff"}'
    yield "utf7.html", page().replace(b"utf-8", b"utf-7")
    yield "no_such_charset.html", page().replace(b"utf-8", b"utf-9000")
    yield "bytes_charset.html", page().replace(b"utf-8", b"base64")


def _deep_and_long():
    deep = 10_000
    yield "nested.html", b"<html><body>" + b"<div>" * deep + BODY.encode() + b"</div>" * deep + b"</body></html>"
    yield "nested_inline.html", b"<html><body><p>" + b"<b><i>" * deep + BODY.encode()
    yield "nested_tables.html", b"<html><body>" + b"<table><tr><td>" * 3000 + BODY.encode()
    yield "nested.json", b"[" * 100_000 + b"]" * 100_000
    yield "nested_objects.json", b'{"a":' * 50_000 + b"1" + b"}" * 50_000
    yield "nested.rss", b"<rss>" + b"<a>" * deep + b"</a>" * deep + b"</rss>"
    yield "one_line.txt", b"word " * (10 * MEGABYTE)
    yield "one_line_below_the_limit.txt", b"Turkey said on Monday " * 85_000
    yield "no_spaces.txt", b"a" * (2 * MEGABYTE - 10)
    yield "one_line.jsonl", b'{"title": "T", "text": "' + b"a " * (7 * MEGABYTE) + b'"}'
    yield "one_cell.csv", b"title,text\nT," + b"a" * (5 * MEGABYTE)
    yield "open_quote.csv", b'title,text\nT,"' + b"a,b\n" * MEGABYTE
    yield "open_comments.txt", b"<p>a<p>b<p>c" + b"<!--" * 200_000
    yield "open_tags.html", b"<html><body>" + b"<p " * 300_000
    yield "many_entities.html", b"<html><body><p>" + b"&amp;" * 500_000
    yield "huge_number.json", b'{"title": "T", "text": ' + b"9" * 100_000 + b"}"
    yield "many_lines.txt", b"a\n" * 900_000
    yield "many_blank_lines.txt", b"\n" * (2 * MEGABYTE - 10)
    yield "commas.txt", b", " * 900_000
    yield "dates.txt", b"12 July 2019, " * 100_000


def _archives():
    yield "climbing.zip", archive({"../../../../tmp/s400-escaped.txt": STORY, "..\\..\\evil.txt": STORY})
    yield "absolute.zip", archive({"/etc/s400-escaped.txt": STORY, "C:\\s400-escaped.txt": STORY})
    yield "control_names.zip", archive({"a\x00b.txt": STORY, "c\nd.txt": STORY, "\x1b[31m.txt": STORY})
    yield "bomb.zip", archive({"bomb.txt": b"\x00" * (300 * MEGABYTE)})
    yield "text_bomb.zip", archive({"bomb.csv": b"title,text\n" + b"a" * (250 * MEGABYTE)})
    yield "many_bombs.zip", archive({f"{n}.txt": b"a" * (3 * MEGABYTE) for n in range(30)})
    inner = archive({"a.txt": STORY})
    for _ in range(20):
        inner = archive({"inner.zip": inner})
    yield "matryoshka.zip", inner
    yield "many_files.zip", archive({f"{n}.txt": b"x" for n in range(3000)})
    yield "twice_the_same.zip", _same_name_twice()
    yield "lying_sizes.zip", _lying_sizes()
    yield "empty_archive.zip", archive({})
    yield "only_pictures.zip", archive({"a.png": b"\x89PNG"})
    yield "tail_only.zip", b"PK\x05\x06" + b"\x00" * 18
    yield "bomb.docx", archive({"[Content_Types].xml": b"<a/>", "word/document.xml": b" " * (200 * MEGABYTE)})
    yield "no_document.docx", archive({"[Content_Types].xml": b"<a/>", "word/x.xml": b"<a/>"})
    yield "entities.docx", _docx_with(ENTITIES + "<w:document>&a11;</w:document>")
    yield "outside.docx", _docx_with(OUTSIDE + "<w:document>&x;</w:document>")


def _same_name_twice():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("a.txt", STORY)
        made.filelist[0].filename = "b.txt"
        made.writestr("a.txt", STORY)
        made.filelist[0].filename = "a.txt"
    return stream.getvalue()


def _lying_sizes():
    content = bytearray(archive({"a.txt": b"a" * (5 * MEGABYTE)}))
    place = content.rindex(b"PK\x01\x02")
    content[place + 24 : place + 28] = struct.pack("<I", 10)
    return bytes(content)


def _docx_with(document):
    stream = io.BytesIO(word())
    with zipfile.ZipFile(stream) as made:
        files = {name: made.read(name) for name in made.namelist()}
    return archive({**files, "word/document.xml": document})


def _xml():
    yield (
        "entities.rss",
        ENTITIES + "<rss><channel><title>&a11;</title><item><title>&a11;</title></item></channel></rss>",
    )
    yield "entities.xml", ENTITIES + "<feed><title>&a11;</title></feed>"
    yield "entities.html", ENTITIES + "<html><body><p>&a11;</p></body></html>"
    yield (
        "outside.rss",
        OUTSIDE + f"<rss><channel><item><title>&x;</title><description>&x;{BODY}</description></item></channel></rss>",
    )
    yield "outside.html", OUTSIDE + f"<html><body><p>&x;</p>{MARKED}</body></html>"
    yield "quadratic.xml", '<!DOCTYPE r [<!ENTITY a "' + "x" * 50_000 + '">]><feed>' + "&a;" * 50_000 + "</feed>"
    yield "other.xml", "<catalogue><book/></catalogue>"
    yield "link.rss", "https://example.org/feed.xml"


def _protected():
    yield (
        "locked.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 500,
    )
    yield "old.doc.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 2000
    keys = b"/O <%s> /U <%s>" % (b"41" * 32, b"42" * 32)
    encryption = b"/Root 1 0 R /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 %s >>" % keys
    identity = b" /ID [<%s><%s>]" % (b"43" * 16, b"43" * 16)
    locked = pdf(wrapped(STORY)).replace(b"/Root 1 0 R", encryption + identity)
    yield "locked.pdf", locked
    content = bytearray(archive({"a.txt": STORY}))
    content[6] |= 1
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    yield "locked.zip", bytes(content)


def _odd_tables():
    yield "one_column.csv", b"text\n" + BODY.replace("\n", " ").encode()
    yield "no_names.csv", b",,,\n1,2,3,4\n"
    yield "same_names.csv", b"text,text,text\na,b,c\n"
    yield "formulas.csv", b'title,text\n=HYPERLINK("http://x"),"' + BODY.replace('"', "").encode() + b'"\n'
    yield "ragged.csv", b"title,text\n" + b"a,b,c,d,e,f\n" * 50 + b"a\n" * 50
    yield "number.json", b"42"
    yield "null.json", b"null"
    yield "text.json", b'"text"'
    yield "strange_cells.json", json.dumps([{"title": ["a", {"name": 3}], "text": {"deep": [1, None, BODY]}}]).encode()
    yield "nan.json", b'{"title": NaN, "text": Infinity}'
    yield "years.jsonl", json.dumps({"title": "T", "text": BODY, "date": 10**12}).encode()


def _odd_mails():
    yield "no_headers.eml", BODY.encode()
    yield "bad_charset.eml", b"Subject: x\nContent-Type: text/plain; charset=nonsense\n\n" + BODY.encode()
    yield "bad_base64.eml", b"Subject: x\nContent-Transfer-Encoding: base64\nContent-Type: text/html\n\n!!!not base64"
    yield "bad_date.eml", b"Subject: x\nDate: Tue, 99 Foo 9999 99:99:99 +9999\n\n" + BODY.encode()
    yield "bad_header.eml", b"Subject: =?utf-8?b?////?=\nFrom: @@@<>,,;\nDate: \x00\n\n" + BODY.encode()
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000))
    yield "nested.eml", b"Subject: x\n" + deep + BODY.encode()
    many = b"".join(b"--b\nContent-Type: text/plain\n\nx\n" for _ in range(5000))
    yield "many_parts.eml", b"Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n" + many
    yield "climbing.eml", mail(attachments=[("../../../tmp/s400-escaped.txt", STORY.encode())])
    yield "long_header.eml", b"Subject: " + b"a " * MEGABYTE + b"\n\n" + BODY.encode()


def _odd_pages():
    yield "script.html", b"<html><script>" + b"var a = '<p>';" * 10_000 + b"</script><body>" + MARKED.encode()
    yield "frames.html", b"<html><frameset><frame src='a'></frameset></html>"
    yield "no_words.html", b"<html><body><img src=x></body></html>"
    yield "bad_dates.html", page(head='<meta property="article:published_time" content="99999-99-99T99:99">')
    yield "bad_address.html", page(head='<link rel="canonical" href="http://[::1">')
    yield "long_title.html", page(head="<title>" + "a " * 200_000 + "</title>")
    yield (
        "bad_json_ld.html",
        page(head='<script type="application/ld+json">{"@graph": [[[{"datePublished": 5}]]]}</script>'),
    )
    yield "processing.html", b"<html><body><?php echo 1 ?><!-- a --><p>" + BODY.encode()
    yield "stream_bomb.pdf", _pdf_bomb()
    yield "many_pages.pdf", pdf(*[["a"] for _ in range(400)])
    yield "loop.pdf", pdf(["a"]).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")


def _pdf_bomb():
    packed = zlib.compress(b"(a) Tj " * (20 * MEGABYTE), 9)
    things = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
        b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed),
    )
    return b"%PDF-1.4\n" + b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, thing) for n, thing in enumerate(things, 1))
