-- what is compared to find the same text in other words' clothes; empty where it is too short to tell
alter table comment add column text_key bytea not null default '';
-- whether its author has asked for another look
alter table comment add column appealed boolean not null default false;

-- the same text by whomever: where text_key = ? and create_time > ?
create index comment_text_key_create_time_ix on comment (text_key, create_time) where text_key <> '';

-- Comments that wait for a moderator, shown meanwhile or not. A row goes when one has decided; what was decided stands in
-- audit_entry.
create table review (
    comment_id  text        collate "C" not null,
    target      text        collate "C" not null,
    -- why: SCREENING, POLICY, REPORTS, APPEAL
    cause       text        not null,
    score       integer     not null,
    -- the categories of the words that were found
    categories  text[]      not null,
    open_time   timestamptz not null,
    -- the moderator who is at it, and until when
    claimed_by  text        collate "C",
    claim_until timestamptz,
    constraint review_pk primary key (comment_id),
    constraint review_comment_id_fk foreign key (comment_id) references comment (id),
    constraint review_cause_ck check (cause in ('SCREENING', 'POLICY', 'REPORTS', 'APPEAL'))
);

-- the queue, longest waiting first: where (open_time, comment_id) > (?, ?)
create index review_open_time_comment_id_ix on review (open_time, comment_id);

-- the same of one target
create index review_target_open_time_comment_id_ix on review (target, open_time, comment_id);

-- What readers report.
create table report (
    comment_id  text        collate "C" not null,
    reporter_id text        collate "C" not null,
    reason      text        not null,
    note        text        not null,
    -- of the reporter when it came: how much it counts
    weight      real        not null,
    -- what a moderator made of it: UPHELD, DISMISSED; null: nothing yet
    outcome     text,
    create_time timestamptz not null,
    constraint report_pk primary key (comment_id, reporter_id),
    constraint report_comment_id_fk foreign key (comment_id) references comment (id),
    constraint report_outcome_ck check (outcome in ('UPHELD', 'DISMISSED'))
);

-- how good somebody's reports were: where reporter_id = ? and outcome is not null
create index report_reporter_id_outcome_ix on report (reporter_id, outcome);

-- Who may not write for a while.
create table ban (
    user_id     text        collate "C" not null,
    until       timestamptz not null,
    reason      text        not null,
    version     bigint      not null,
    constraint ban_pk primary key (user_id)
);

-- Who decided what, and what the service did by itself. Rows are only added.
create table audit_entry (
    id          bigint      generated always as identity,
    create_time timestamptz not null,
    -- a user, or "system"
    actor       text        collate "C" not null,
    action      text        not null,
    -- a comment's id, a user's, a category, a target
    subject     text        collate "C" not null,
    detail      text        not null,
    constraint audit_entry_pk primary key (id)
);

-- the history of something: where subject = ? order by id
create index audit_entry_subject_id_ix on audit_entry (subject, id);

create function refuse_change() returns trigger language plpgsql as '
begin
    raise exception ''%: rows are only added'', tg_table_name;
end';

create trigger audit_entry_append_only before update or delete on audit_entry
    for each row execute function refuse_change();
create trigger audit_entry_never_emptied before truncate on audit_entry
    for each statement execute function refuse_change();
