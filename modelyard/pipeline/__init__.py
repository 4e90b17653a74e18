"""Layer 5: the stages bound together, and the verbs that the command line and Python share."""

from modelyard.pipeline.directory import AnyRecipe, read_recipe
from modelyard.pipeline.files import evaluate, predict
from modelyard.pipeline.launching import follow, launch
from modelyard.pipeline.planning import plan
from modelyard.pipeline.running import environment, run
from modelyard.pipeline.verbs import check, load, merge, new, recipe_schema, runs, serve

__all__ = [
    "AnyRecipe",
    "check",
    "environment",
    "evaluate",
    "follow",
    "launch",
    "load",
    "merge",
    "new",
    "plan",
    "predict",
    "read_recipe",
    "recipe_schema",
    "run",
    "runs",
    "serve",
]
