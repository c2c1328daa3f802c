#!/usr/bin/env python3
"""Writes docs/interface.md, everything public of the library, from its symbol graph, and says what is not documented.

    Tools/interface.py GRAPHS PAGE            compares the page with what is public, and shows the difference
    Tools/interface.py GRAPHS PAGE --write    writes the page
"""

import difflib
import json
import pathlib
import sys

HEADER = """# The public interface of the library

Everything that `import Casus` gives, as `make interface` writes it down from what the compiler knows. A change to it is a
change for whoever uses the library: `make test` shows it, and it belongs into the [changelog](../CHANGELOG.md). What each
symbol means stands in the comments of the sources, which `make docs` makes into pages.
"""
TYPES = {"swift.struct", "swift.class", "swift.enum"}
# What goes without saying, or is said by another conformance.
IMPLIED = {
    "Copyable", "Escapable", "BitwiseCopyable", "SendableMetatype", "ExpressibleByExtendedGraphemeClusterLiteral",
    "ExpressibleByUnicodeScalarLiteral",
}


def load(folder):
    symbols, relations = [], []
    for path in sorted(pathlib.Path(folder).glob("Casus*.symbols.json")):
        graph = json.loads(path.read_text())
        # What the compiler makes itself, such as the name of a raw value's type, stands nowhere.
        symbols += [symbol for symbol in graph["symbols"] if "location" in symbol]
        relations += graph["relationships"]
    return symbols, relations


def declaration(symbol, conformances):
    text = "".join(part["spelling"] for part in symbol["declarationFragments"])
    text = " ".join(text.split())
    names = conformances.get(symbol["identifier"]["precise"], set()) - IMPLIED
    if names & {"Hashable", "Comparable"}:
        names -= {"Equatable"}
    if {"Encodable", "Decodable"} <= names:
        names = names - {"Encodable", "Decodable"} | {"Codable"}
    names = sorted(names)
    return text + (": " + ", ".join(names) if names and symbol["kind"]["identifier"] in TYPES else "")


def place(symbol):
    location = symbol["location"]
    return location["uri"].rpartition("/Sources/Casus/")[2], location["position"]["line"]


def summary(symbol):
    lines = [line["text"].strip() for line in symbol.get("docComment", {}).get("lines", [])]
    first = lines[: lines.index("")] if "" in lines else lines
    return " ".join(first)


def faults(symbols):
    """What is public and not documented as the house wants it."""
    for symbol in symbols:
        name = ".".join(symbol["pathComponents"])
        lines = [line["text"] for line in symbol.get("docComment", {}).get("lines", [])]
        # Requirements of the standard library that the compiler fills in have its documentation.
        isOwn = symbol.get("docComment", {}).get("module", "Casus") == "Casus"
        if not summary(symbol):
            yield f"{name} has no documentation"
        if isOwn and "throws" in declaration(symbol, {}) and not any("Throws:" in line for line in lines):
            yield f"{name} does not say what it throws"
        isTop = len(symbol["pathComponents"]) == 1 and symbol["kind"]["identifier"] in TYPES | {"swift.protocol"}
        if isTop and not any(line.startswith("```") for line in lines):
            yield f"{name} has no example"


def extended(symbol):
    """The name of the type of another module that a symbol is declared in; None for what is the library's own."""
    module = symbol.get("swiftExtension", {}).get("extendedModule", "Casus")
    return None if module == "Casus" else symbol["pathComponents"][0]


def page(symbols, relations):
    own = {symbol["identifier"]["precise"] for symbol in symbols}
    conformances = {}
    for relation in relations:
        if relation["kind"] == "conformsTo":
            name = relation["targetFallback"].rpartition(".")[2] if "targetFallback" in relation else None
            name = name or next(
                (".".join(s["pathComponents"]) for s in symbols if s["identifier"]["precise"] == relation["target"]), "?")
            conformances.setdefault(relation["source"], set()).add(name)
    children = {}
    for relation in relations:
        if relation["kind"] in ("memberOf", "requirementOf") and relation["source"] in own:
            children.setdefault(relation["target"], []).append(relation["source"])
    # What a protocol gives to some of those that conform stands behind what it requires of all.
    given = {}
    for relation in relations:
        if relation["kind"] == "defaultImplementationOf" and relation["source"] in own:
            given[relation["source"]] = relation["target"]
    by_name = {symbol["identifier"]["precise"]: symbol for symbol in symbols}
    nested = {child for members in children.values() for child in members} | set(given)
    text = HEADER

    def lines(symbol, depth):
        result = ["  " * depth + declaration(symbol, conformances)]
        members = [by_name[name] for name in children.get(symbol["identifier"]["precise"], [])]
        # What the type itself declares comes before what extensions in other files add.
        for member in sorted(members, key=lambda member: (place(member)[0] != place(symbol)[0], place(member))):
            result += lines(member, depth + 1)
        return result

    def defaults(symbol):
        groups = {}
        requirements = children.get(symbol["identifier"]["precise"], [])
        for source in (source for source, target in given.items() if target in requirements):
            limits = by_name[source].get("swiftExtension", {}).get("constraints", [])
            condition = ", ".join(f"{limit['lhs']}: {limit['rhs']}" for limit in limits)
            groups.setdefault(condition, []).append(by_name[source])
        result = []
        for condition, members in sorted(groups.items()):
            result.append(f"extension {symbol['names']['title']}" + (f" where {condition}" if condition else ""))
            result += ["  " + declaration(member, conformances) for member in sorted(members, key=place)]
        return result

    for symbol in sorted((s for s in symbols if s["identifier"]["precise"] not in nested), key=place):
        if extended(symbol) is None:
            text += f"\n## {symbol['names']['title']}\n\n{summary(symbol)}\n\n```swift interface\n"
            text += "\n".join(lines(symbol, 0) + defaults(symbol)) + "\n```\n"
    others = {}
    for symbol in symbols:
        if extended(symbol):
            others.setdefault(extended(symbol), []).append(declaration(symbol, conformances))
    if others:
        text += "\n## Types of the standard library\n\n```swift interface\n"
        for name in sorted(others):
            text += f"extension {name}\n" + "".join(f"  {line}\n" for line in sorted(others[name]))
        text += "```\n"
    return text


def main():
    folder, path = sys.argv[1], pathlib.Path(sys.argv[2])
    symbols, relations = load(folder)
    bare = sorted(faults(symbols))
    for fault in bare:
        print(f"the public interface: {fault}", file=sys.stderr)
    text = page(symbols, relations)
    if "--write" in sys.argv[3:]:
        path.write_text(text)
        return 1 if bare else 0
    kept = path.read_text() if path.exists() else ""
    if kept != text:
        print("the public interface is no longer what docs/interface.md lists; `make interface` renews it:", file=sys.stderr)
        sys.stderr.writelines(
            difflib.unified_diff(kept.splitlines(True), text.splitlines(True), str(path), "the library", n=1))
    return 1 if bare or kept != text else 0


sys.exit(main())
