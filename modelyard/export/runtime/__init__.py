"""What an export needs to make features of rows and answers of outputs: copied beside its model as plain files.

These modules import only numpy, the standard library and modules of Modelyard that do the same; `export.runner` copies
all of them into one folder, `transforms`, and turns the imports into ones of that folder.
"""
