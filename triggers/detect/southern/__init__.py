"""Spanish and Italian phrases about money and deals."""
