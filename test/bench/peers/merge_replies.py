"""The script an office would write instead: all replies of a mailbox into one workbook, the last file of a sender wins.

Usage: merge_replies.py FOLDER_OF_EML OUT.xlsx
       merge_replies.py imap://USER@HOST:PORT OUT.xlsx   (password in MAILBOX_PASSWORD; TLS without verification)

It reads .xlsx only, trusts names, checks that the credit code has 18 characters, and keeps no record of anything.
Prints one JSON line: mails, workbooks, rows, skipped.
"""

import email
import email.policy
import email.utils
import imaplib
import io
import json
import os
import ssl
import sys
import urllib.parse
from pathlib import Path

import openpyxl
from openpyxl.styles import Border, PatternFill, Side

COLUMNS = 13


def mails_of(source):
    if not source.startswith("imap://"):
        for path in sorted(Path(source).rglob("*.eml")):
            yield path.read_bytes()
        return
    url = urllib.parse.urlparse(source)
    context = ssl._create_unverified_context()
    box = imaplib.IMAP4_SSL(url.hostname, url.port, ssl_context=context)
    box.login(urllib.parse.unquote(url.username), os.environ["MAILBOX_PASSWORD"])
    box.select("INBOX", readonly=True)
    _, found = box.uid("SEARCH", "ALL")
    for uid in found[0].split():
        _, parts = box.uid("FETCH", uid, "(BODY.PEEK[])")
        yield parts[0][1]
    box.logout()


def header_row(sheet):
    for number, row in enumerate(sheet.iter_rows(min_row=1, max_row=12, max_col=COLUMNS, values_only=True), 1):
        if any("统一社会信用代码" in str(value).replace("\n", "") for value in row if value):
            return number
    return None


def rows_of(data):
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    sheet = book.active
    header = header_row(sheet)
    if header is None:
        return None
    rows = sheet.iter_rows(min_row=header + 1, max_col=COLUMNS, values_only=True)
    return [row for row in rows if any(value not in (None, "") for value in row[2:])]


def gather(source):
    latest, mails, workbooks, skipped = {}, 0, 0, 0
    for raw in mails_of(source):
        mails += 1
        message = email.message_from_bytes(raw, policy=email.policy.default)
        sender = email.utils.parseaddr(str(message["From"]))[1]
        for part in message.iter_attachments():
            name = part.get_filename() or ""
            if not name.lower().endswith(".xlsx"):
                skipped += 1
                continue
            try:
                rows = rows_of(part.get_payload(decode=True))
            except Exception:  # as such scripts do
                rows = None
            if rows is None:
                skipped += 1
                continue
            workbooks += 1
            latest[sender] = rows
    return latest, mails, workbooks, skipped


def write(latest, target):
    edge = Side(style="thin")
    border, red = Border(edge, edge, edge, edge), PatternFill("solid", "FFC7CE")
    book = openpyxl.Workbook()
    sheet = book.active
    written = 0
    for rows in latest.values():
        for row in rows:
            written += 1
            for column, value in enumerate((written, *row[1:]), 1):
                cell = sheet.cell(written, column, value)
                cell.number_format, cell.border = "@", border
            if len(str(row[4] or "").strip()) != 18:
                sheet.cell(written, 5).fill = red
    book.save(target)
    return written


if __name__ == "__main__":
    found, mails, workbooks, skipped = gather(sys.argv[1])
    rows = write(found, sys.argv[2])
    print(json.dumps({"mails": mails, "workbooks": workbooks, "rows": rows, "skipped": skipped}))
