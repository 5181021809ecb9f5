alter table live_log
    add column live_id    text     not null default '',
    add column takes_back bigint[] not null default '{}';

-- it keeps its default: replicas of the version before append as well, until the last of them is replaced
comment on column live_log.live_id is 'Which live; empty for what was appended before this was known.';
comment on column live_log.takes_back is 'Of a deleted live the sequences of its entries before, which it has removed.';

-- a deleted live takes back its entries: where live_id = ?
create index live_log_live_id_ix on live_log (live_id);
