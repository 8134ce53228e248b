"""A second opinion on a signed form: witness.py FORM MOMENT ROOT...

Prints one line a signature, oldest first: field, verdict, modifications since, certification kept. MOMENT is ISO 8601,
roots are DER files.
"""

import datetime
import logging
import sys

from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

logging.disable(logging.CRITICAL)
form, moment, *roots = sys.argv[1:]
trust = [x509.Certificate.load(open(root, "rb").read()) for root in roots]
context = ValidationContext(
    trust_roots=trust, moment=datetime.datetime.fromisoformat(moment), allow_fetching=False,
    revocation_mode="soft-fail")
reader = PdfFileReader(open(form, "rb"))
for signature in reader.embedded_signatures:
    status = validate_pdf_signature(signature, signer_validation_context=context)
    verdict = ["BROKEN", "INTACT"][status.valid and status.intact] + [":UNTRUSTED", ":TRUSTED"][status.trusted]
    print(
        signature.field_name, verdict, status.coverage.name,
        status.modification_level.name if status.modification_level is not None else "NONE",
        "docmdp" if status.docmdp_ok else "no-docmdp", "ok" if status.bottom_line else "not-ok")
