"""The operator of the hand-over as it is written for Kopf: the same handlers, with the same ids, as HandOverOperator.java has.

Each call is told in the file `calls`. What handlers do is asked of files: `hang.<object>.<handler>` makes it hang,
`go.<object>` lets all succeed; without that, those whose id ends in `_retry` fail for the time being.
"""
import json
import os
import pathlib
import time

import kopf

FOLDER = pathlib.Path(os.environ["HANDOVER_FOLDER"])
DELAY = float(os.environ["HANDOVER_DELAY"])


def handle(handler, name, retry, started, old=None, new=None):
    call = {
        "by": "KOPF",
        "object": name,
        "handler": handler,
        "retry": retry,
        "at": time.time(),
        "started": started.timestamp(),
        "change": f"{(old or {}).get('spec', {}).get('size')} -> {(new or {}).get('spec', {}).get('size')}",
    }
    with open(FOLDER / "calls", "a") as calls:
        calls.write(json.dumps(call) + "\n")
    while (FOLDER / f"hang.{name}.{handler}").exists():
        time.sleep(0.05)
    if handler.endswith("_retry") and not (FOLDER / f"go.{name}").exists():
        raise kopf.TemporaryError("Not yet.", delay=DELAY)
    return {"by": "KOPF", "retry": retry}


@kopf.on.create("zalando.org", "v1", "ephemeralvolumeclaims", id="create_ok")
def create_ok(name, retry, started, **_):
    return handle("create_ok", name, retry, started)


@kopf.on.create("zalando.org", "v1", "ephemeralvolumeclaims", id="create_retry")
def create_retry(name, retry, started, **_):
    return handle("create_retry", name, retry, started)


@kopf.on.update("zalando.org", "v1", "ephemeralvolumeclaims", id="update_ok")
def update_ok(name, retry, started, old, new, **_):
    return handle("update_ok", name, retry, started, old, new)


@kopf.on.update("zalando.org", "v1", "ephemeralvolumeclaims", id="update_retry")
def update_retry(name, retry, started, old, new, **_):
    return handle("update_retry", name, retry, started, old, new)


# Kopf adds the field to the id.
@kopf.on.update("zalando.org", "v1", "ephemeralvolumeclaims", id="update_size", field="spec.size")
def update_size(name, retry, started, old, new, **_):
    return handle("update_size/spec.size", name, retry, started, {"spec": {"size": old}}, {"spec": {"size": new}})


@kopf.on.delete("zalando.org", "v1", "ephemeralvolumeclaims", id="delete_ok")
def delete_ok(name, retry, started, **_):
    handle("delete_ok", name, retry, started)


@kopf.on.delete("zalando.org", "v1", "ephemeralvolumeclaims", id="delete_retry")
def delete_retry(name, retry, started, **_):
    handle("delete_retry", name, retry, started)
