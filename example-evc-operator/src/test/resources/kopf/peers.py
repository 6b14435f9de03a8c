"""An operator that makes way for others, as it is written for Kopf: it does what PeersOperator.java does.

Each call is told in the file `calls`. Priorities come from the environment.
"""
import os
import pathlib

import kopf

FOLDER = pathlib.Path(os.environ["PEERS_FOLDER"])


@kopf.on.startup()
def configure(settings, **_):
    settings.peering.lifetime = int(os.environ["PEERS_LIFETIME"])


def tell(text):
    with open(FOLDER / "calls", "a") as calls:
        calls.write(text + "\n")


@kopf.on.create("zalando.org", "v1", "ephemeralvolumeclaims", id="made")
def made(name, **_):
    tell(f"KOPF made {name}")


@kopf.on.update("zalando.org", "v1", "ephemeralvolumeclaims", id="changed")
def changed(name, **_):
    tell(f"KOPF changed {name}")
