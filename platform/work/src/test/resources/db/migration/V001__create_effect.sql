-- What the handlers of these tests do; no key: what is done twice shows.
create table effect (
    kind      text        not null,
    key       text        not null,
    done_time timestamptz not null default clock_timestamp()
);
