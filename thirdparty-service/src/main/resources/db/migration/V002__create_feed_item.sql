create table feed_item (
    id             text        not null,
    -- a feed source's id or a partner; what was taken outlives its feed, so no foreign key
    origin         text        not null,
    uri            text        not null,
    version        bigint      not null,
    -- what a partner calls the version; feeds have none
    source_version text,
    content_hash   text        not null,
    title          text        not null,
    url            text        not null,
    publish_time   timestamptz not null,
    withdrawn      boolean     not null default false,
    receive_time   timestamptz not null,
    update_time    timestamptz not null,
    constraint feed_item_pk primary key (id),
    -- taking an item: where origin = ? and uri = ?, and what is known already: where origin = ? and uri = any (?)
    constraint feed_item_origin_uri_uq unique (origin, uri)
);
