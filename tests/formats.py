"""Formats: one article written in each format that is read, as bytes."""

import csv
import io
import json
import zipfile
from email.message import EmailMessage

import docx

TITLE = "Norway weighs coastal batteries"
PARAGRAPHS = (
    "OSLO, March 3, 2020 (AFP) - Norway will decide this spring whether to buy six coastal batteries, Defence Minister "
    "Kari Lunde said on Tuesday in Oslo.",
    "“We need these systems,” Lunde told reporters. “They will be delivered by June 2021, and nothing changes that.”",
    "A senior Polish official, who asked not to be named, said that the talks had been long but fair, and that his "
    "government would go on with them.",
)
BODY = "\n\n".join(PARAGRAPHS)
STORY = f"{TITLE}\n\n{BODY}"
MARKED = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)

ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Fjord Times</title><entry><title>{title}</title>'
    '<link href="https://www.fjordtimes.example/2020/03/03/batteries"/><author><name>Jane Doe</name></author>'
    '<published>2020-03-03T18:10:00Z</published><content type="html">{text}</content></entry></feed>'
).format(title=TITLE, text="".join(f"&lt;p>{words}&lt;/p>" for words in PARAGRAPHS))


def page(*, head="", before="", after="", paragraphs=PARAGRAPHS):
    """A page as a browser saves it, with menu, related stories and footer around the article."""
    body = "".join(f"<p>{words}</p>" for words in paragraphs)
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>Norway weighs coastal batteries | Fjord Times</title>'
        '<meta property="og:site_name" content="Fjord Times"><meta name="author" content="Jane Doe">'
        '<meta property="article:published_time" content="2020-03-03T18:10:00+01:00">'
        f'<link rel="canonical" href="https://www.fjordtimes.example/2020/03/03/batteries">{head}</head><body>'
        '<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>'
        f"<article><h1>{TITLE}</h1>{before}{body}</article>{after}"
        '<aside><h3>Most read</h3><ul><li><a href="/a">Ten islands to visit before winter</a></li></ul></aside>'
        "<footer>Copyright 2020 Fjord Times. All rights reserved.</footer></body></html>"
    ).encode()


def word(*, title=TITLE, paragraphs=PARAGRAPHS):
    document = docx.Document()
    document.add_heading(title, 0)
    for words in paragraphs:
        document.add_paragraph(words)
    return saved(document)


def saved(document):
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def pdf(*pages, size=11):
    """A PDF whose pages hold these lines; an empty line leaves the room of a paragraph."""
    contents = []
    for lines in pages:
        y, shown = 780, []
        for line in lines:
            y -= size * (1.2 if line else 0.8)
            words = line.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            shown.append(b"1 0 0 1 60 %.1f Tm (%s) Tj" % (y, words))
        contents.append(b"BT /F1 %d Tf\n%s\nET" % (size, b"\n".join(shown)))
    kids = b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for n, content in enumerate(contents):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * n)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    written = b"%PDF-1.4\n"
    places = []
    for n, thing in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (n, thing)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (count, len(written))
    return written + b"xref\n0 %d\n0000000000 65535 f \n" % count + table + tail


def wrapped(text, width=80):
    """Lines of `text` broken at `width`, as they stand on a printed page."""
    lines = []
    for paragraph in text.split("\n\n"):
        line = ""
        for one in paragraph.split():
            if len(line) + len(one) > width:
                lines.append(line)
                line = one
            else:
                line = f"{line} {one}".strip()
        lines += [line, ""]
    return lines[:-1]


def mail(*, attachments=(), html=None, text=BODY):
    message = EmailMessage()
    message["From"] = "News desk <desk@fjordtimes.example>"
    message["Subject"] = f"Fwd: {TITLE}"
    message["Date"] = "Tue, 03 Mar 2020 19:00:00 +0100"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    for name, content in attachments:
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


ROW = {
    "Headline": TITLE,
    "Publication": "Fjord Times",
    "Published At": "2020-03-03T18:10:00Z",
    "Byline": "Jane Doe",
    "Body": "\n\n".join(PARAGRAPHS),
}


def table(rows=(ROW,), delimiter=","):
    stream = io.StringIO()
    writer = csv.DictWriter(stream, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode()


def json_lines(rows=(ROW,)):
    return "".join(json.dumps(row) + "\n" for row in rows).encode()


def rss(*, text=MARKED, title=TITLE):
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>Fjord Times</title><item><title>{title}</title>"
        "<link>https://www.fjordtimes.example/2020/03/03/batteries</link><dc:creator>Jane Doe</dc:creator>"
        "<pubDate>Tue, 03 Mar 2020 18:10:00 +0000</pubDate><description>Norway decides.</description>"
        f"<content:encoded><![CDATA[{text}]]></content:encoded></item></channel></rss>"
    ).encode()


def archive(files, compression=zipfile.ZIP_DEFLATED):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return stream.getvalue()
