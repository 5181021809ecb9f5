create table comment (
    id          text        collate "C" not null,
    -- as type/id
    target      text        collate "C" not null,
    -- what begins the conversation; null: this one does
    root_id     text        collate "C",
    -- what it answers, of the same conversation
    reply_to_id text        collate "C",
    author_id   text        collate "C" not null,
    -- exactly as written; empty once it is deleted
    text        text        not null,
    state       text        not null,
    -- why it is not shown, for its author
    reason      text        not null default '',
    version     bigint      not null default 1,
    create_time timestamptz not null,
    -- of the text
    update_time timestamptz not null,
    -- when a comment without likes and replies would have been written that stood at the same place under "hot"
    hot_time    timestamptz not null,
    constraint comment_pk primary key (id),
    constraint comment_root_id_fk foreign key (root_id) references comment (id),
    constraint comment_reply_to_id_fk foreign key (reply_to_id) references comment (id),
    constraint comment_state_ck check (state in ('VISIBLE', 'PENDING', 'REJECTED', 'DELETED')),
    constraint comment_reply_ck check ((root_id is null) = (reply_to_id is null))
);

-- conversations, latest first: where target = ? and root_id is null and (create_time, id) < (?, ?)
create index comment_target_create_time_id_ix on comment (target, create_time desc, id desc) where root_id is null;

-- conversations, hottest first: where target = ? and root_id is null and (hot_time, id) < (?, ?)
create index comment_target_hot_time_id_ix on comment (target, hot_time desc, id desc) where root_id is null;

-- the replies of one, earliest first: where root_id = ? and (create_time, id) > (?, ?)
create index comment_root_id_create_time_id_ix on comment (root_id, create_time, id) where root_id is not null;

-- somebody's own, latest first, and how many lately: where author_id = ? and (create_time, id) < (?, ?)
create index comment_author_id_create_time_id_ix on comment (author_id, create_time desc, id desc);
