"""Files and lines for machines, one format a file. A face: it reads records and views and decides nothing."""
