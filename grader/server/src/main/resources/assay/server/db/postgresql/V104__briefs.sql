-- A record without pictures and strangers' text, for the pages of whole classes; older records have none.
alter table records add column brief bytea;
