-- What plans open, as the others were told.
create table plan (
    id    text   collate "C" not null,
    -- everything, channels/id or articles/id, in order
    opens text[] collate "C" not null,
    constraint plan_pk primary key (id)
);

-- one grant for each thing that was paid: where source = ?
create unique index entitlement_source_uq on entitlement (source) where source <> 'staff';

-- who has a plan, so that all are told when it opens something else: where scope = ? and user_id > ? order by user_id
create index entitlement_scope_user_id_ix on entitlement (scope, user_id) where revoke_time is null and scope like 'plans/%';
