"""The rules of drift: one kind of change a file, each a generator of Changes over two sentences side by side."""
