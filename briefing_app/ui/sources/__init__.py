"""The register of sources in the window: what is known of each, and the names that it goes by."""
