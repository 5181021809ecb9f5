-- What is sold out is told, too: so events count by themselves, and a sale is no change that an etag would tell.
-- Raised with each event, and never below version, which is all that a replica of the release before raises.
alter table product add column told bigint not null default 0;

update product set told = version;
