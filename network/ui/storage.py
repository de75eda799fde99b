from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticStorage(CompressedManifestStaticFilesStorage):
    """Names carry the content's hash, ES imports too, so that browsers may keep files for a year."""

    support_js_module_import_aggregation = True
