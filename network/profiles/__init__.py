"""A worker's page: stations, qualifications, visibility, blocks, rings."""
