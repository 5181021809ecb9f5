alter table article_revision add column surplus_time timestamptz;

comment on column article_revision.surplus_time is 'Since when there are more later revisions of its article than are kept for ever; null while it is one of the latest.';

-- retention: where surplus_time < ?
create index article_revision_surplus_time_ix on article_revision (surplus_time) where surplus_time is not null;

alter table feed_item add column update_time timestamptz not null default now();

comment on column feed_item.update_time is 'When its latest version was handled.';

-- retention: where update_time < ?
create index feed_item_update_time_ix on feed_item (update_time);
