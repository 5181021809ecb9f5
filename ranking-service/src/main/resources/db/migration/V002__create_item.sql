-- What is ranked: articles and lives, as their owners told.
create table item (
    -- by which lists name it shortly
    number       bigint      generated always as identity,
    type         text        collate "C" not null,
    id           text        collate "C" not null,
    -- of the event that told it
    version      bigint      not null,
    title        text        not null default '',
    -- of title and summary
    words        text[]      not null default '{}',
    channel_ids  text[]      collate "C" not null default '{}',
    -- authors, and the source
    bylines      text[]      collate "C" not null default '{}',
    symbols      text[]      collate "C" not null default '{}',
    tags         text[]      collate "C" not null default '{}',
    -- of a live
    importance   integer     not null default 0,
    publish_time timestamptz not null,
    -- since when readers have it no longer
    recall_time  timestamptz,
    -- whether it was sought what belongs to it
    related      boolean     not null default false,
    constraint item_pk primary key (type, id),
    constraint item_number_uq unique (number),
    constraint item_type_ck check (type in ('articles', 'lives'))
);

-- the latest of a type: where type = ? and recall_time is null and publish_time > ?
create index item_type_publish_time_ix on item (type, publish_time desc) where recall_time is null;

-- what was recalled lately: where type = ? and recall_time > ?
create index item_type_recall_time_ix on item (type, recall_time desc) where recall_time is not null;

-- what is old: where publish_time < ?
create index item_publish_time_ix on item (publish_time);

-- of which nothing related was sought yet, latest first
create index item_related_ix on item (publish_time desc) where not related and type = 'articles' and recall_time is null;
