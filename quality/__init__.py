"""What is measured about the project, and pinned."""
