create table asked_query (
    text  text collate "C" not null,
    asker text collate "C" not null,
    time  timestamptz      not null,
    constraint asked_query_pk primary key (text, asker)
);

comment on table asked_query is 'When somebody last asked something, for a day: who it was is a digest that changes every day.';

-- what many ask: where time > ?; retention: where time < ?
create index asked_query_time_ix on asked_query (time);
