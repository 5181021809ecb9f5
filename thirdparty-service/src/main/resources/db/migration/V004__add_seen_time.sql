alter table feed_item add column seen_time timestamptz not null default now();

comment on column feed_item.seen_time is 'When its source last showed or sent it, within a day.';

-- retention: where seen_time < ?
create index feed_item_seen_time_ix on feed_item (seen_time);

-- retention, was its source read since: where origin = ? and seen_time > ?
create index feed_item_origin_seen_time_ix on feed_item (origin, seen_time);
