-- What is to be done at a time: timers and jobs. A row goes in the transaction in which it has its effect.
create table task (
    kind        text        not null,
    key         text        not null,
    -- jobs of one lane are done a few at once; empty: no lane
    lane        text        not null default '',
    due_time    timestamptz not null,
    attempt     integer     not null default 0,
    -- whose it is: new with each schedule and each claim, so that who held it before changes nothing
    claim       uuid        not null default gen_random_uuid(),
    -- a job's, while somebody is at it
    lease_until timestamptz,
    -- why the last attempt failed, and since when there is none any more
    failure     text,
    park_time   timestamptz,
    constraint task_pk primary key (kind, key)
);

-- what is due: where kind = ? and due_time <= ? order by due_time, key
create index task_kind_due_time_key_ix on task (kind, due_time, key) where park_time is null;

-- busy lanes: where kind = ? and lease_until > ? group by lane
create index task_kind_lease_until_lane_ix on task (kind, lease_until, lane) where lease_until is not null;

-- given up: where kind = ?
create index task_kind_park_time_ix on task (kind, park_time) where park_time is not null;

-- every row is soon deleted: vacuum by count, not by share of a table that is mostly empty
alter table task set (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);
