"""Look and form machinery: renderer, tags, CSS, small ES modules. No models."""
