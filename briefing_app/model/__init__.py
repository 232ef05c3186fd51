"""The program's nouns: frozen dataclasses and pure rules over them. Standard library only, no I/O."""
