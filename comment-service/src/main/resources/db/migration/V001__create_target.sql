-- What can be commented on and liked, as its owners told: articles and lives, never deleted.
create table target (
    -- as type/id
    target  text   collate "C" not null,
    state   text               not null,
    -- of the event that told it; 0 where the owner was asked
    version bigint             not null,
    constraint target_pk primary key (target),
    constraint target_state_ck check (state in ('OPEN', 'RECALLED'))
);
