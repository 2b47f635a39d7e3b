"""What people read: the document, its charts, maps, tables and files."""
