"""Modelyard: from a table of your own data to a proven, served model."""

__version__ = "0.1.0"
