"""Personal data in texts: found (`detect`), and masked or given pseudonyms (`masking`). Standard library only."""
