-- Devices that are pushed to. A token is one device's and one user's; its digest is what the device is known by elsewhere.
create table device (
    digest        text        collate "C" not null,
    user_id       text        collate "C" not null,
    device_id     text        collate "C" not null,
    platform      text        not null,
    token         text        not null,
    register_time timestamptz not null,
    constraint device_pk primary key (digest),
    -- also everybody who has a device, in order, and the devices of a user
    constraint device_user_id_device_id_uq unique (user_id, device_id),
    constraint device_platform_ck check (platform in ('ANDROID', 'IOS', 'WEB'))
);
