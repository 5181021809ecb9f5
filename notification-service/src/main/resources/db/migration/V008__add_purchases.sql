-- Stories of what a user bought.
alter table story drop constraint story_kind_ck;

alter table story add constraint story_kind_ck
    check (kind in ('BREAKING', 'LIVES', 'ARTICLES', 'MODERATION', 'ALERTS', 'PURCHASES', 'REPLIES', 'LIKES'));

drop index story_targets_ix;

-- the stories of an account that is deleted: where targets = ? and kind in (…)
create index story_targets_ix on story (targets)
    where kind in ('MODERATION', 'ALERTS', 'PURCHASES', 'REPLIES', 'LIKES');

-- When whose memberships end, as entitlement-service told last; of those that end at all.
create table membership (
    user_id  text        collate "C" not null,
    plan     text        collate "C" not null,
    end_time timestamptz not null,
    constraint membership_pk primary key (user_id, plan)
);
