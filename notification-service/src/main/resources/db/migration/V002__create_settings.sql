-- What users want to be told, and when; who never said has no row.
create table settings (
    user_id          text    collate "C" not null,
    quiet_from       time,
    quiet_to         time,
    time_zone        text,
    importance_floor integer not null,
    daily_cap        integer not null,
    topics           text[]  not null,
    constraint settings_pk primary key (user_id),
    constraint settings_quiet_ck check (num_nulls(quiet_from, quiet_to, time_zone) in (0, 3))
);
