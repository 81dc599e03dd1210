"""How search does in a browser on a built site, beside Pagefind on the same pages."""
