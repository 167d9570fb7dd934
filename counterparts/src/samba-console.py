"""Changes the database of a Samba domain controller as its administrator would, one JSON request a line.

Runs with Debian's python3-samba as root, beside a server that may be running: both lock the same files. Each answer is
one line, {"ok": value} or {"error": text}. With a list under "all" the requests share one transaction.
"""
import base64
import json
import sys

import ldb
from samba import dsdb
from samba.auth import system_session
from samba.dcerpc import security
from samba.param import LoadParm
from samba.samdb import SamDB
from samba.sd_utils import SDUtils

parameters = LoadParm()
parameters.load(sys.argv[1])
database = SamDB(url=parameters.samdb_url(), session_info=system_session(), lp=parameters)


def as_bytes(value):
    """Values are text; {"base64": …} stands for bytes."""
    return base64.b64decode(value["base64"]) if isinstance(value, dict) else str(value).encode("utf-8")


def as_text(value):
    try:
        return bytes(value).decode("utf-8")
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(bytes(value)).decode("ascii")}


def message(dn, attributes, flag):
    made = ldb.Message(ldb.Dn(database, dn))
    for name, values in attributes.items():
        values = values if isinstance(values, list) else [values]
        made[name] = ldb.MessageElement([as_bytes(value) for value in values], flag, name)
    return made


def add(request):
    database.add(message(request["dn"], request["attributes"], ldb.FLAG_MOD_ADD))


def modify(request):
    # pwdLastSet belongs to the server; an administrator only says "now" or "must change". Tests need other times.
    controls = ["local_oid:%s:0" % dsdb.DSDB_CONTROL_BYPASS_PASSWORD_HASH_OID] if request.get("as_server") else []
    flag = {"replace": ldb.FLAG_MOD_REPLACE, "add": ldb.FLAG_MOD_ADD, "delete": ldb.FLAG_MOD_DELETE}
    made = message(request["dn"], request["attributes"], flag[request.get("how", "replace")])
    database.modify(made, controls=controls)


def delete(request):
    database.delete(ldb.Dn(database, request["dn"]))


def rename(request):
    database.rename(ldb.Dn(database, request["dn"]), ldb.Dn(database, request["to"]))


def search(request):
    found = database.search(
        base=request.get("base", str(database.domain_dn())),
        scope=ldb.SCOPE_BASE if request.get("one") else ldb.SCOPE_SUBTREE,
        expression=request.get("filter", "(objectClass=*)"),
        attrs=request.get("attributes", ["*"]),
    )
    return [
        {"dn": str(entry.dn), **{name: [as_text(value) for value in entry[name]] for name in entry if name != "dn"}}
        for entry in found
    ]


def grant(request):
    """Adds access control entries written in SDDL, with {sid} for the account they are about."""
    entry = database.search(base=request["to"], scope=ldb.SCOPE_BASE, attrs=["objectSid"])[0]
    sid = database.schema_format_value("objectSid", entry["objectSid"][0]).decode("ascii")
    for ace in request["aces"]:
        SDUtils(database).dacl_add_ace(ldb.Dn(database, request["on"]), ace.replace("{sid}", sid))


known = {"add": add, "modify": modify, "delete": delete, "rename": rename, "search": search, "grant": grant}


def run(request):
    if "all" not in request:
        return known[request["do"]](request)
    database.transaction_start()
    try:
        for each in request["all"]:
            known[each["do"]](each)
    except BaseException:
        database.transaction_cancel()
        raise
    database.transaction_commit()
    return len(request["all"])


for line in sys.stdin:
    try:
        answer = {"ok": run(json.loads(line))}
    except Exception as error:  # whatever it is belongs to whoever asked
        answer = {"error": "%s: %s" % (type(error).__name__, error)}
    print(json.dumps(answer), flush=True)
