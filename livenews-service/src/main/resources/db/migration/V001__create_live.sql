create table live (
    id           text collate "C" not null,
    version      bigint           not null,
    state        text             not null,
    title        text             not null,
    content_html text             not null,
    content_text text             not null,
    channel_ids  text[]           not null,
    importance   integer          not null,
    symbols      text[]           not null,
    tags         text[]           not null,
    images       text[]           not null,
    article_id   text             not null,
    source_name  text             not null,
    source_url   text             not null,
    publish_time timestamptz      not null,
    update_time  timestamptz      not null,
    editor_id    text             not null,
    sequence     bigint,
    constraint live_pk primary key (id),
    constraint live_version_ck check (version >= 1),
    constraint live_state_ck check (state in ('PUBLISHED', 'WITHDRAWN')),
    constraint live_importance_ck check (importance between 1 and 3)
);

comment on column live.publish_time is 'Never changes: keyset paging rests on it.';
comment on column live.editor_id is 'Who saved it last, empty for an ingested version.';
comment on column live.sequence is 'Its publication''s place in the log; null only within the transaction that adds it.';

-- what came since: where sequence > ? order by sequence
create index live_sequence_ix on live (sequence);

-- the editors' list, last changed first, of one state
create index live_state_update_time_id_ix on live (state, update_time, id);

-- the editors' list, last changed first, of any state
create index live_update_time_id_ix on live (update_time, id);

create table live_listing (
    term         text collate "C" not null,
    publish_time timestamptz      not null,
    live_id      text collate "C" not null,
    importance   integer          not null,
    -- the list by channel, symbol, tag or nothing, newest first: one range of this key, read backwards
    constraint live_listing_pk primary key (term, publish_time, live_id) include (importance),
    constraint live_listing_live_id_fk foreign key (live_id) references live (id)
);

comment on table live_listing is 'One row for each term that a published live is found by: all, channel:<id> for its channels and all above them, symbol:<symbol>, tag:<tag>.';

-- further filters of a list: how many of these terms has this live? And rewriting the terms of one live
create unique index live_listing_live_id_term_uq on live_listing (live_id, term);

create table live_revision (
    live_id      text collate "C" not null,
    number       bigint           not null,
    title        text             not null,
    content_html text             not null,
    channel_ids  text[]           not null,
    importance   integer          not null,
    editor_id    text             not null,
    create_time  timestamptz      not null,
    action       text             not null,
    note         text             not null,
    -- the revisions of one live, latest first
    constraint live_revision_pk primary key (live_id, number),
    constraint live_revision_live_id_fk foreign key (live_id) references live (id),
    constraint live_revision_action_ck check (action in ('PUBLISHED', 'CORRECTED', 'WITHDRAWN'))
);

comment on column live_revision.number is 'The version of the live that this save made.';

-- retention: where create_time < ?
create index live_revision_create_time_ix on live_revision (create_time);
