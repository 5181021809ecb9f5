create table __name__ (
    id          text collate "C" not null,
    name        text             not null,
    create_time timestamptz      not null default now(),
    constraint __name___pk primary key (id)
);

insert into __name__ (id, name)
values ('example', 'Example');
