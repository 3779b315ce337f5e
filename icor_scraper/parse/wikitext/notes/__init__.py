"""References: cite.py numbers and lists them, refusals.py tells which ones Cite refuses, and templates.py which ones
templates make.
"""
