create table feed_item (
    id      text collate "C" not null,
    version bigint           not null,
    live_id text collate "C" not null,
    constraint feed_item_pk primary key (id),
    constraint feed_item_live_id_uq unique (live_id)
);

comment on table feed_item is 'The latest version of each feed item that was handled. No foreign key: an item withdrawn before it was ever seen has a row, but no live.';
