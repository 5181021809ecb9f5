-- What grows old.
create table note (
    id          text        not null,
    create_time timestamptz not null,
    constraint note_pk primary key (id)
);
