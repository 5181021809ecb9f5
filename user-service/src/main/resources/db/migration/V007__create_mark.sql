-- Of marks and of counts alike: whatever happens later to one of them has the higher number, even if it was deleted meanwhile.
create sequence mark_version;

-- What users keep on lists of their own: bookmarks and follows.
create table mark (
    user_id     text        collate "C" not null,
    list        text        collate "C" not null,
    -- what is marked, as type/id
    target      text        collate "C" not null,
    version     bigint      not null default nextval('mark_version'),
    create_time timestamptz not null,
    constraint mark_pk primary key (user_id, list, target),
    constraint mark_user_id_fk foreign key (user_id) references account (id),
    constraint mark_list_ck check (list in ('BOOKMARKS', 'FOLLOWS'))
);

-- one list of a user, latest first, by keyset
create index mark_user_id_list_create_time_target_ix on mark (user_id, list, create_time desc, target desc);

-- Bookmarks that came (1) or went (-1) and are not counted yet. Rows are only added, and taken by who counts: a thousand users
-- who bookmark one article do not wait for each other.
create table bookmark_change (
    target text     collate "C" not null,
    delta  smallint not null,
    constraint bookmark_change_delta_ck check (delta in (-1, 1))
);

-- counting: all changes of a target
create index bookmark_change_target_ix on bookmark_change (target);

-- How many bookmarks a target has, as the last event said.
create table bookmark_count (
    target     text        collate "C" not null,
    count      bigint      not null,
    version    bigint      not null default nextval('mark_version'),
    count_time timestamptz not null,
    constraint bookmark_count_pk primary key (target)
);

-- retention: where count_time < ? and count = 0
create index bookmark_count_count_time_ix on bookmark_count (count_time) where count = 0;
