"""What the docstrings of the model say of its classes and fields."""

import ast
import functools
import importlib
import inspect
import itertools
from collections.abc import Mapping


def first_line(owner: type) -> str:
    """Return the first line of the docstring of a class."""
    return inspect.cleandoc(owner.__doc__ or "").partition("\n")[0]


def meaning_of(owner: type, name: str) -> str:
    """Return the first paragraph of the docstring beneath a field."""
    home = next(each for each in owner.__mro__ if name in inspect.get_annotations(each))
    return _texts(home)[name]


@functools.cache
def _texts(owner: type) -> Mapping[str, str]:
    classes = _classes(owner.__module__)
    body = classes[owner.__name__].body
    return {
        node.target.id: " ".join(inspect.cleandoc(text).partition("\n\n")[0].split())
        for node, after in itertools.pairwise(body)
        if isinstance(node, ast.AnnAssign)
        and isinstance(node.target, ast.Name)
        and isinstance(after, ast.Expr)
        and isinstance(after.value, ast.Constant)
        and isinstance(text := after.value.value, str)
    }


@functools.cache
def _classes(module: str) -> Mapping[str, ast.ClassDef]:
    tree = ast.parse(inspect.getsource(importlib.import_module(module)))
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
