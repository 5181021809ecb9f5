-- What moves up, because what it stood behind was taken back, is taken back and granted anew under the same source: one of them is
-- open, whatever the code does.
drop index entitlement_source_uq;

-- the one that is open of what was paid: where source = ? and revoke_time is null
create unique index entitlement_source_uq on entitlement (source) where source <> 'staff' and revoke_time is null;

-- all that was granted for what was paid: where source = ? and source <> 'staff'
create index entitlement_source_ix on entitlement (source) where source <> 'staff';
