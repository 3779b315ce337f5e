"""The whole chain, from the wiki to the published folder."""
