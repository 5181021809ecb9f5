-- That a channel and we do not say the same: for a person to look into.
create table difference_case (
    id         text        collate "C" not null,
    kind       text        collate "C" not null,
    channel    text        collate "C" not null,
    -- payments/ID, refunds/ID, transactions/ID
    subject    text        collate "C" not null,
    here       text        not null,
    there      text        not null,
    open_time  timestamptz not null,
    -- null: nobody has closed it
    close_time timestamptz,
    closed_by  text        collate "C",
    note       text,
    constraint difference_case_pk primary key (id),
    constraint difference_case_channel_kind_subject_uq unique (channel, kind, subject),
    constraint difference_case_closing_ck check (num_nulls(close_time, closed_by, note) in (0, 3))
);

-- open ones, latest first: where close_time is null and (open_time, id) < (?, ?)
create index difference_case_open_ix on difference_case (open_time desc, id desc) where close_time is null;
