-- What stands where editors want it.
create table pin (
    type     text        collate "C" not null,
    id       text        collate "C" not null,
    -- empty: the home feed and the hot lists
    channel  text        collate "C" not null,
    position integer     not null,
    until    timestamptz not null,
    constraint pin_pk primary key (type, id),
    constraint pin_position_ck check (position >= 1)
);

-- what has ended: where until < ?
create index pin_until_ix on pin (until);

-- What counts for less.
create table demotion (
    type   text             collate "C" not null,
    id     text             collate "C" not null,
    factor double precision not null,
    until  timestamptz      not null,
    constraint demotion_pk primary key (type, id),
    constraint demotion_factor_ck check (factor > 0 and factor < 1)
);

-- what has ended: where until < ?
create index demotion_until_ix on demotion (until);

-- Which editor did what. Rows are only added.
create table audit_entry (
    id          bigint      generated always as identity,
    create_time timestamptz not null,
    -- an editor
    actor       text        collate "C" not null,
    action      text        not null,
    -- as type/id
    subject     text        collate "C" not null,
    detail      text        not null,
    constraint audit_entry_pk primary key (id)
);

-- the history of something: where subject = ? order by id
create index audit_entry_subject_id_ix on audit_entry (subject, id);

create function refuse_change() returns trigger language plpgsql as '
begin
    raise exception ''%: rows are only added'', tg_table_name;
end';

create trigger audit_entry_append_only before update or delete on audit_entry
    for each row execute function refuse_change();
create trigger audit_entry_never_emptied before truncate on audit_entry
    for each statement execute function refuse_change();
