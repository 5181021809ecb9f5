-- Days of prices that were brought by an administrator, an instrument's in their order.
create table daily_bar (
    symbol   text    collate "C" not null,
    -- counted from 0: which day is played is found by it
    place    integer not null,
    bar_date date    not null,
    open     numeric not null,
    high     numeric not null,
    low      numeric not null,
    close    numeric not null,
    volume   bigint  not null,
    constraint daily_bar_pk primary key (symbol, place)
);
