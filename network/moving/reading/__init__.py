"""What is brought along, read into one shape. Pure: files in, plain values out; no database, no storage, nothing is unpacked to disk."""
