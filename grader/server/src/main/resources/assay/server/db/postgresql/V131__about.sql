-- Which submission a delivery tells of; empty where it tells of none.
alter table deliveries add column about text not null default '';
create index deliveries_about on deliveries (about, created_at);
