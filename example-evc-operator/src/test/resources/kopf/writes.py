"""The operator whose writes are counted, as it is written for Kopf: so many handlers for each cause, which return at once.

Of objects named `failing…` the first handler fails once; those of objects named `resulting…` return something.
"""
import os

import kopf

KIND = ("zalando.org", "v1", "ephemeralvolumeclaims")


def handle(name, retry, number, **_):
    if name.startswith("failing") and number == 1 and retry == 0:
        raise kopf.TemporaryError("Not yet.", delay=0.2)
    return {"done": True} if name.startswith("resulting") else None


for number in range(1, int(os.environ["HANDLERS"]) + 1):
    kopf.on.create(*KIND, id=f"create_{number}", param=number)(lambda param, **kwargs: handle(number=param, **kwargs))
    kopf.on.update(*KIND, id=f"update_{number}", param=number)(lambda param, **kwargs: handle(number=param, **kwargs))
    kopf.on.delete(*KIND, id=f"delete_{number}", param=number)(lambda param, **kwargs: handle(number=param, **kwargs))
