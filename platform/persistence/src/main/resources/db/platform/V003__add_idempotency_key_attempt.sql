-- A request that calls out is answered in two phases: its row is there, without an answer, while it runs.
alter table idempotency_key
    -- of what is being made, and what the keys of the calls that make it begin with: the same in each attempt
    add column made_id     text        not null default '',
    -- whoever answers must still have the latest one
    add column attempt     integer     not null default 1,
    -- without an answer: until then nobody else begins another attempt
    add column lease_until timestamptz not null default now(),
    alter column answer drop not null;
