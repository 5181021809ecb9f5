create table feed_source (
    id                   text        not null,
    url                  text        not null,
    host                 text        not null,
    channel_id           text        not null,
    name                 text        not null,
    feed_title           text        not null default '',
    format               text,
    interval_seconds     integer     not null,
    state                text        not null,
    revision             bigint      not null default 1,
    create_time          timestamptz not null,
    -- how it fares
    last_poll_time       timestamptz,
    last_outcome         text        not null default '',
    last_error           text        not null default '',
    item_count           bigint      not null default 0,
    consecutive_failures integer     not null default 0,
    next_poll_time       timestamptz not null,
    -- what a conditional request says
    http_etag            text,
    http_last_modified   text,
    -- who polls it now; past lease_until nobody does
    lease_token          text,
    lease_until          timestamptz,
    constraint feed_source_pk primary key (id),
    constraint feed_source_url_uq unique (url),
    constraint feed_source_format_ck check (format in ('RSS', 'ATOM', 'JSON_FEED')),
    constraint feed_source_interval_seconds_ck check (interval_seconds between 60 and 86400),
    constraint feed_source_state_ck check (state in ('ACTIVE', 'PAUSED'))
);

-- ListFeedSources: where (create_time, id) > (?, ?) order by create_time, id
create index feed_source_create_time_id_ix on feed_source (create_time, id);

-- claiming what is due: where state = 'ACTIVE' and next_poll_time <= now order by next_poll_time
create index feed_source_next_poll_time_ix on feed_source (next_poll_time) where state = 'ACTIVE';

-- counting the polls under way for each host: where lease_until > now group by host
create index feed_source_lease_until_host_ix on feed_source (lease_until, host) where lease_until is not null;
