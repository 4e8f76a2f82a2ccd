"""Fetches a whole mailbox with imaplib into a folder, as scripts do: one FETCH per mail, no fsync.

Usage: fetch_imaplib.py PORT USER CERTIFICATE FOLDER   (password in MAILBOX_PASSWORD). Prints its cost as JSON.
"""

import imaplib
import json
import os
import resource
import ssl
import sys
import time

port, user, certificate, folder = sys.argv[1:]
start = time.perf_counter()
box = imaplib.IMAP4_SSL("localhost", int(port), ssl_context=ssl.create_default_context(cafile=certificate))
box.login(user, os.environ["MAILBOX_PASSWORD"])
box.select("INBOX", readonly=True)
_, found = box.uid("SEARCH", "ALL")
uids = found[0].split()
for uid in uids:
    _, parts = box.uid("FETCH", uid, "(BODY.PEEK[])")
    with open(os.path.join(folder, uid.decode() + ".eml"), "wb") as file:
        file.write(parts[0][1])
box.logout()
milliseconds = (time.perf_counter() - start) * 1000
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"milliseconds": milliseconds, "peakMegabytes": peak, "mails": len(uids)}))
