"""Headings: finder.py finds them, numbers them and makes their anchors; words.py knows where what one shows is not all
that stands between its marks.
"""
