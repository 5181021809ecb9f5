-- Who likes what: articles, lives and comments.
create table reaction (
    -- as type/id
    target      text        collate "C" not null,
    user_id     text        collate "C" not null,
    create_time timestamptz not null,
    -- whether somebody likes it: where target = ? and user_id = ?
    constraint reaction_pk primary key (target, user_id)
);
