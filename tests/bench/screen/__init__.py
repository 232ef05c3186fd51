"""What the measurements of the window share: a screen in memory, a library of their own, and the program's window with a clock in it."""
