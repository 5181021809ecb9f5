-- What figures are published of.
create table indicator (
    id      text    collate "C" not null,
    name    text    not null,
    -- ISO 3166, or EA for the euro area
    country char(2) not null,
    unit    text    not null,
    constraint indicator_pk primary key (id)
);

-- The publications. Figures are decimals as they were written, empty while they are not known.
create table release (
    id           text        collate "C" not null,
    indicator_id text        collate "C" not null,
    importance   integer     not null,
    release_time timestamptz not null,
    -- only the day is known
    undecided    boolean     not null,
    actual       text        not null,
    forecast     text        not null,
    previous     text        not null,
    revised      text        not null,
    -- what it is about; may be empty
    period       text        not null,
    state        text        not null,
    version      bigint      not null,
    -- rises each time that it comes at another time than was said
    move         integer     not null,
    constraint release_pk primary key (id),
    constraint release_indicator_id_fk foreign key (indicator_id) references indicator (id),
    constraint release_importance_ck check (importance between 1 and 3),
    constraint release_state_ck check (state in ('SCHEDULED', 'RELEASED', 'REVISED'))
);

-- rules add each once
create unique index release_indicator_id_period_uq on release (indicator_id, period) where period <> '';

-- lists: where release_time between … and (release_time, id) > (…) order by release_time, id
create index release_release_time_id_ix on release (release_time, id);

-- history: where indicator_id = ? and state <> 'SCHEDULED' … order by release_time desc, id desc
create index release_indicator_id_release_time_id_ix on release (indicator_id, release_time, id);
