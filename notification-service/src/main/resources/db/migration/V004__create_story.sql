-- What there is to tell: each subject, an article or a live, once.
create table story (
    id           text        collate "C" not null,
    subject      text        collate "C" not null,
    kind         text        not null,
    importance   integer     not null,
    title        text        not null,
    body         text        not null,
    -- whose followers it concerns, as type/id
    targets      text[]      not null,
    publish_time timestamptz not null,
    withdrawn    boolean     not null default false,
    -- the last user who was told, in how many groups
    told_up_to   text        collate "C" not null default '',
    told_groups  bigint      not null default 0,
    constraint story_pk primary key (id),
    constraint story_subject_uq unique (subject),
    constraint story_kind_ck check (kind in ('BREAKING', 'LIVES', 'ARTICLES'))
);

-- retention: where publish_time < ?
create index story_publish_time_ix on story (publish_time);

-- Who was told what.
create table notification (
    user_id     text        collate "C" not null,
    story_id    text        collate "C" not null,
    create_time timestamptz not null,
    read_time   timestamptz,
    constraint notification_pk primary key (user_id, story_id)
);

-- the list of a user, latest first, by keyset
create index notification_user_id_create_time_story_id_ix on notification (user_id, create_time desc, story_id desc);

-- how many are unread: where user_id = ? and read_time is null
create index notification_user_id_ix on notification (user_id) where read_time is null;

-- withdrawal: where story_id = ?
create index notification_story_id_ix on notification (story_id);

-- retention: where create_time < ?
create index notification_create_time_ix on notification (create_time);

-- counts how often users have read
create sequence read_version;
