"""What a server's reply means: its body within bounds, its headers as hints, its failures in words."""
