-- Stories for one user: replies, likes, decisions. These lead elsewhere than their subjects say; no link means the subject.
alter table story add column link text;

alter table story drop constraint story_kind_ck;

alter table story add constraint story_kind_ck
    check (kind in ('BREAKING', 'LIVES', 'ARTICLES', 'MODERATION', 'REPLIES', 'LIKES'));

-- the stories of an account that is deleted: where targets = ? and kind in (…)
create index story_targets_ix on story (targets) where kind in ('MODERATION', 'REPLIES', 'LIKES');

-- Comments that are liked, and of how many likes their authors were told.
create table liked_comment (
    comment_id  text        collate "C" not null,
    author_id   text        collate "C" not null,
    -- what it is about, as type/id
    target      text        collate "C" not null,
    version     bigint      not null,
    likes       bigint      not null,
    told_likes  bigint      not null default 0,
    -- how often the author was told
    tellings    integer     not null default 0,
    change_time timestamptz not null,
    constraint liked_comment_pk primary key (comment_id)
);

-- an account is deleted: where author_id = ?
create index liked_comment_author_id_ix on liked_comment (author_id);

-- retention: where change_time < ?
create index liked_comment_change_time_ix on liked_comment (change_time);
