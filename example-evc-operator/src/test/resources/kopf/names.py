"""Prints the public names of the Kopf that is installed, as names.txt has them."""

import collections.abc
import dataclasses
import enum
import inspect

import kopf
from kopf import cli
from kopf._core.intents import causes

CHANGES = ["resume", "create", "update", "delete", "field"]
DECORATORS = ["startup", "cleanup", "login", "probe", "event", *CHANGES, "index", "daemon", "timer", "validate", "mutate"]
OPERATORS = ["run", "operator", "spawn_tasks"]  # which take the same arguments, but for run's own


def arguments(function):
    try:
        names = inspect.signature(function).parameters
    except ValueError:  # an exception without arguments of its own
        return []
    return [name for name in names if not name.startswith("_") and name not in ("args", "kwargs")]


def section(title, names):
    print(f"[{title}]")
    for name in dict.fromkeys(names):
        print(name)
    print()


def settings(group, prefix):
    for field in dataclasses.fields(group):
        value = getattr(group, field.name)
        if dataclasses.is_dataclass(value):
            yield from settings(value, f"{prefix}{field.name}.")
        elif not field.name.startswith("_"):
            yield f"{prefix}{field.name}"


def handler_arguments():
    yield from ["param", "retry", "started", "runtime", "logger"]
    for cause in (causes.ActivityCause, causes.WatchingCause, causes.ChangingCause, causes.WebhookCause):
        yield from (field.name for field in dataclasses.fields(cause) if not field.name.startswith("_"))
    yield from ["spec", "meta", "status", "uid", "name", "namespace", "labels", "annotations", "stopped"]


decorators = [getattr(kopf.on, name) for name in DECORATORS] + [kopf.subhandler]
functions = [name for name in kopf.__all__ if inspect.isfunction(getattr(kopf, name))]
functions = [name for name in functions if name not in ("subhandler", "daemon", "timer", "index")]
DICTIONARIES = (dict, tuple, str)  # and what is more of that, whose arguments are its content
classes = [
    name
    for name in kopf.__all__
    if inspect.isclass(getattr(kopf, name))
    and not issubclass(getattr(kopf, name), (*DICTIONARIES, enum.Enum, collections.abc.Mapping, kopf.OperatorSettings))
    and not (issubclass(getattr(kopf, name), kopf.WebhookServer) and name != "WebhookServer")  # the same as its
]
enums = [name for name in kopf.__all__ if isinstance(getattr(kopf, name), enum.EnumMeta)]
lifecycles = ["all_at_once", "asap", "one_by_one", "randomized", "shuffled"]
commands = list(cli.main.commands.items())

section("Decorators", [f"kopf.on.{name}" for name in DECORATORS])
section("Arguments of decorators", [name for each in decorators for name in arguments(each)])
section("Arguments of handlers", [name for name in handler_arguments() if name not in ("initial", "indices", "webhook")])
section("Functions, classes and values", kopf.__all__ + [f"lifecycles.{name}" for name in lifecycles])
section("Constants", [f"{name}.{each}" for name in enums for each in getattr(kopf, name).__members__])
section(
    "Arguments of functions",
    [f"{name}({each}=)" for name in functions if name not in OPERATORS for each in arguments(getattr(kopf, name))]
    + [f"run({each}=)" for name in OPERATORS for each in arguments(getattr(kopf, name))],
)
section(
    "Arguments of classes",
    [f"{name}({each}=)" for name in classes for each in arguments(getattr(kopf, name))],
)
section("Settings", list(settings(kopf.OperatorSettings(), "settings.")))
section(
    "Commands and options",
    ["kopf " + name for name, _ in commands]
    + [option for _, command in commands for each in command.params for option in each.opts + each.secondary_opts],
)
section(
    "Variables",
    [each.envvar or f"KOPF_{name}_{each.name}".upper() for name, command in commands for each in command.params],
)
