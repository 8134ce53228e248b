"""A second opinion on a walk's form: witness.py TRUST FORM.

Prints one line a signature, oldest first: field, whether its chain ends in TRUST (PEM, several), whether the signed
bytes are intact, whether what came after is allowed, and what that was.
"""

import logging
import sys

from pyhanko.keys import load_certs_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

logging.disable(logging.CRITICAL)
trust, form = sys.argv[1:]
roots = list(load_certs_from_pemder([trust]))
for signature in PdfFileReader(open(form, "rb")).embedded_signatures:
    status = validate_pdf_signature(signature, ValidationContext(trust_roots=roots, allow_fetching=False))
    print(
        f"{signature.field_name}:", "trusted" if status.trusted else "untrusted",
        "intact" if status.intact and status.valid else "broken",
        "allowed" if status.docmdp_ok and status.bottom_line else "forbidden",
        status.modification_level.name if status.modification_level is not None else "unknown")
