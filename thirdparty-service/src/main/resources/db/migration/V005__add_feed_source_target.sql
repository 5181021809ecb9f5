-- what its items become
alter table feed_source add column target text not null default 'ARTICLES';
alter table feed_source add constraint feed_source_target_ck check (target in ('ARTICLES', 'LIVES'));
