-- What readers make of articles and lives.
create table engagement (
    -- as type/id
    target           text        collate "C" not null,
    -- by different viewers
    views            bigint      not null default 0,
    likes            bigint      not null default 0,
    comments         bigint      not null default 0,
    bookmarks        bigint      not null default 0,
    -- of the event that told likes and comments, and of the one that told bookmarks; 0: none has
    target_version   bigint      not null default 0,
    bookmark_version bigint      not null default 0,
    create_time      timestamptz not null,
    constraint engagement_pk primary key (target)
);

-- what is old: where create_time < ?
create index engagement_create_time_ix on engagement (create_time);

-- Who has read what lately, so that nobody counts twice.
create table viewer (
    -- a digest of the article and the viewer
    key         uuid        not null,
    create_time timestamptz not null,
    constraint viewer_pk primary key (key)
);

-- what is old: where create_time < ?
create index viewer_create_time_ix on viewer (create_time);

-- How many views came from where in one day.
create table network (
    -- a digest of the day and the address block
    network     text        collate "C" not null,
    -- repeated ones included
    views       bigint      not null,
    create_time timestamptz not null,
    constraint network_pk primary key (network)
);

-- what is old: where create_time < ?
create index network_create_time_ix on network (create_time);

-- How many viewers an article has from where in one day.
create table network_target (
    target      text        collate "C" not null,
    network     text        collate "C" not null,
    views       bigint      not null,
    create_time timestamptz not null,
    constraint network_target_pk primary key (target, network)
);

-- what is old: where create_time < ?
create index network_target_create_time_ix on network_target (create_time);
