-- Stories that a user asked for: prices, releases.
alter table story drop constraint story_kind_ck;

alter table story add constraint story_kind_ck
    check (kind in ('BREAKING', 'LIVES', 'ARTICLES', 'MODERATION', 'ALERTS', 'REPLIES', 'LIKES'));

drop index story_targets_ix;

-- the stories of an account that is deleted: where targets = ? and kind in (…)
create index story_targets_ix on story (targets) where kind in ('MODERATION', 'ALERTS', 'REPLIES', 'LIKES');
