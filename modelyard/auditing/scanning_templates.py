"""Chat templates, by their syntax tree: one that does more than put messages into words is refused, and none is run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from modelyard.auditing.scanning_faults import Fault, Malformed

MOST_TEMPLATE = 1 << 18
# What the methods of texts, lists and dicts that templates in use call; all others are refused.
_METHODS = frozenset(
    """append capitalize count endswith find get index isdecimal isdigit isspace items join keys lower lstrip pop
    removeprefix removesuffix replace rsplit rstrip split splitlines startswith strftime strip title upper values
    first last""".split()  # noqa: SIM905
)
_GLOBALS = frozenset({"range", "namespace", "raise_exception", "strftime_now", "dict"})
# Filters whose arguments name attributes or other filters.
_LOOKING_UP = frozenset({"map", "selectattr", "rejectattr", "sort", "groupby", "unique", "min", "max", "sum"})
_UNLIKE = "A template puts messages into words; use one that does nothing else."


def template_faults(template: Any) -> Iterator[Fault]:
    """A chat template that does more than put messages into words; it is parsed and never rendered."""
    from jinja2 import nodes
    from jinja2.exceptions import TemplateError

    from modelyard.data.features.chat import sandbox

    if not isinstance(template, str) or len(template) > MOST_TEMPLATE:
        yield Fault(f"a template is a text of {MOST_TEMPLATE:,} characters at most", f"{template!r:.60}", _UNLIKE)
        return
    try:
        tree = sandbox().parse(template)
    except (TemplateError, RecursionError) as error:
        raise Malformed(f"its chat template cannot be read ({str(error)[:120]})") from error
    own = {node.name for node in tree.find_all(nodes.Name) if node.ctx in ("store", "param")}
    own |= {node.name for node in tree.find_all(nodes.Macro)}
    made_up = _made_up(tree)
    seen = set()
    for node in tree.find_all(nodes.Node):
        what = _template_fault(node, own, made_up)
        if what and what not in seen:
            seen.add(what)
            yield Fault("a chat template may put messages into words and nothing else", what, _UNLIKE)


def _template_fault(node: Any, own: set[str], made_up: set[str]) -> str:
    """What is wrong with one node of a template's tree; empty where nothing is."""
    from jinja2 import nodes

    from modelyard.data.features.chat import sandbox

    if isinstance(node, nodes.Include | nodes.Import | nodes.FromImport | nodes.Extends):
        return f"line {node.lineno}: {type(node).__name__.lower()}"
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        return f"line {node.lineno}: .{node.attr}"
    if isinstance(node, nodes.Getitem) and (_is_hidden(node.arg) or not made_up.isdisjoint(_names(node.arg))):
        return f"line {node.lineno}: a name in brackets that is private or put together"
    if isinstance(node, nodes.Filter | nodes.Test):
        known = sandbox().filters if isinstance(node, nodes.Filter) else sandbox().tests
        given = [*(node.args or ()), *(pair.value for pair in node.kwargs or ())]
        looks_up = node.name in _LOOKING_UP and any(_is_hidden(one) or _says(one, "attr") for one in given)
        if node.name not in known or node.name == "attr" or looks_up:
            return f"line {node.lineno}: |{node.name}"
    if isinstance(node, nodes.Call):
        called = node.node
        if isinstance(called, nodes.Getattr) and called.attr not in _METHODS:
            return f"line {node.lineno}: .{called.attr}()"
        if isinstance(called, nodes.Name) and called.name not in own | _GLOBALS | {"caller"}:
            return f"line {node.lineno}: {called.name}()"
        if not isinstance(called, nodes.Getattr | nodes.Name):
            return f"line {node.lineno}: a call of what is computed"
    if isinstance(node, nodes.Name) and node.name in ("self", "cycler", "joiner", "lipsum") and node.name not in own:
        return f"line {node.lineno}: {node.name}"
    return ""


def _is_hidden(name: Any) -> bool:
    """Whether a name that is looked up is private, or put together so that nobody can read it beforehand."""
    from jinja2 import nodes

    if isinstance(name, nodes.Const):
        return isinstance(name.value, str) and any(part.startswith("_") for part in name.value.split("."))
    texts = [one for one in name.find_all(nodes.Const) if isinstance(one.value, str)]
    return bool(texts) or name.find(nodes.Concat) is not None


def _says(node: Any, text: str) -> bool:
    return getattr(node, "value", None) == text


def _made_up(tree: Any) -> set[str]:
    """Names of the template's own that hold a private name, or text put together, directly or by way of others."""
    from jinja2 import nodes

    given = list(_given(tree))
    # A block that is kept as a name is text put together, whatever stands in it.
    found = {name for block in tree.find_all(nodes.AssignBlock) for name in _names(block.target)}
    while True:
        before = len(found)
        for target, value in given:
            if _puts_together(value) or not found.isdisjoint(_names(value)):
                found |= _names(target)
        if len(found) == before:
            return found


def _given(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every name that is given a value, with the value: also what macros are called with, and what lists take up."""
    from jinja2 import nodes

    for node in tree.find_all((nodes.Assign, nodes.For)):
        yield node.target, node.node if isinstance(node, nodes.Assign) else node.iter
    for node in tree.find_all(nodes.With):
        yield from zip(node.targets, node.values, strict=True)
    macros = {macro.name: macro for macro in tree.find_all(nodes.Macro)}
    for macro in macros.values():
        yield from zip(reversed(macro.args), reversed(macro.defaults), strict=False)
    for call in tree.find_all(nodes.Call):
        called = call.node
        if isinstance(called, nodes.Getattr) and called.attr == "append":
            yield from ((called.node, one) for one in call.args)
        macro = macros.get(called.name) if isinstance(called, nodes.Name) else None
        if macro is not None:
            by_name = {one.name: one for one in macro.args}
            yield from zip(macro.args, call.args, strict=False)
            yield from ((by_name[pair.key], pair.value) for pair in call.kwargs if pair.key in by_name)


def _names(node: Any) -> set[str]:
    """The names in it, and of a namespace's fields `name.field`."""
    from jinja2 import nodes

    found = {one.name for one in _with(node, nodes.Name)}
    found |= {f"{one.name}.{one.attr}" for one in _with(node, nodes.NSRef)}
    fields = (one for one in _with(node, nodes.Getattr) if isinstance(one.node, nodes.Name))
    return found | {f"{one.node.name}.{one.attr}" for one in fields}


def _puts_together(value: Any) -> bool:
    from jinja2 import nodes

    texts = [one.value for one in _with(value, nodes.Const) if isinstance(one.value, str)]
    joined = any(one.name == "join" for one in _with(value, nodes.Filter))
    joined |= any(getattr(one.node, "attr", "") in ("join", "replace") for one in _with(value, nodes.Call))
    added = any(texts for one in _with(value, nodes.Add))
    private = any(text.startswith("_") or text.endswith("_") for text in texts)
    return private or joined or added or bool(_with(value, nodes.Concat))


def _with(node: Any, kind: Any) -> list[Any]:
    """The nodes of a kind, this one too."""
    return [*([node] if isinstance(node, kind) else []), *node.find_all(kind)]
