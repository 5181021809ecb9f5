-- Who was ever granted something.
create table holder (
    user_id text   collate "C" not null,
    -- of all that the user may read; rises with each change
    version bigint not null default 0,
    constraint holder_pk primary key (user_id)
);

-- What was granted, by whom and why. Rows are only added; each can be taken back once.
create table entitlement (
    id            text        collate "C" not null,
    user_id       text        collate "C" not null,
    -- plans/id or articles/id
    scope         text        collate "C" not null,
    from_time     timestamptz not null,
    -- null: for good
    to_time       timestamptz,
    -- "staff"
    source        text        collate "C" not null,
    reason        text        not null,
    granted_by    text        collate "C" not null,
    create_time   timestamptz not null,
    -- null: it was not taken back
    revoke_time   timestamptz,
    revoked_by    text        collate "C",
    revoke_reason text,
    constraint entitlement_pk primary key (id),
    constraint entitlement_user_id_fk foreign key (user_id) references holder (user_id),
    constraint entitlement_time_ck check (to_time > from_time),
    constraint entitlement_revocation_ck
        check (num_nulls(revoke_time, revoked_by, revoke_reason) in (0, 3))
);

-- somebody's, latest first: where user_id = ? and (create_time, id) < (?, ?)
create index entitlement_user_id_create_time_id_ix on entitlement (user_id, create_time desc, id desc);

-- what somebody has: where user_id = ? and revoke_time is null and (to_time is null or to_time > ?)
create index entitlement_user_id_to_time_ix on entitlement (user_id, to_time) where revoke_time is null;

create function refuse_entitlement_change() returns trigger language plpgsql as '
begin
    raise exception ''entitlement: a grant is taken back, once, and otherwise never changed'';
end';

create trigger entitlement_only_revoked before update on entitlement
    for each row
    when (old.revoke_time is not null
          or (old.id, old.user_id, old.scope, old.from_time, old.source, old.reason, old.granted_by, old.create_time)
             is distinct from
             (new.id, new.user_id, new.scope, new.from_time, new.source, new.reason, new.granted_by, new.create_time)
          or old.to_time is distinct from new.to_time)
    execute function refuse_entitlement_change();
create trigger entitlement_never_deleted before delete on entitlement
    for each row execute function refuse_entitlement_change();
create trigger entitlement_never_emptied before truncate on entitlement
    for each statement execute function refuse_entitlement_change();
