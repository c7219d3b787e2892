"""English frames: what newsrooms say besides the plain verb, a file for each topic."""
