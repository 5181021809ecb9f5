-- 410: gone for good
alter table feed_source drop constraint feed_source_state_ck;
alter table feed_source add constraint feed_source_state_ck check (state in ('ACTIVE', 'PAUSED', 'GONE'));

alter table feed_source
    -- whether what was read last was not well-formed
    add column lenient boolean not null default false,
    -- 301, 308: the address before the last move
    add column moved_from text not null default '';
