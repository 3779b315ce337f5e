"""Tables: lines.py reads them line by line, tree.py puts them together with raw tags as a browser does, and grid.py
lays their cells out.
"""
