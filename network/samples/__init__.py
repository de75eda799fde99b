"""Work samples and cases, with photos that are cleaned before anybody sees them."""
