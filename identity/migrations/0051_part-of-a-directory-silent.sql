-- A directory that answers may have a part that does not (Kerberos of a domain): what is said of it, and since when.
alter table directories
  add column warning text,
  add column warned_at timestamptz;
