"""The sidebar: by what the library is narrowed, and where things are filed."""
