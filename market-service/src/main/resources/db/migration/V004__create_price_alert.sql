-- What users want to hear of prices.
create table price_alert (
    id             text        collate "C" not null,
    user_id        text        collate "C" not null,
    symbol         text        collate "C" not null,
    condition      text        not null,
    -- a price; of a change percent
    threshold      numeric     not null,
    window_seconds integer,
    rearming       boolean     not null,
    -- whether it waits
    armed          boolean     not null default true,
    -- how often it was told
    version        bigint      not null,
    trigger_time   timestamptz,
    create_time    timestamptz not null,
    constraint price_alert_pk primary key (id),
    constraint price_alert_condition_ck check (condition in ('ABOVE', 'BELOW', 'CHANGE')),
    constraint price_alert_window_seconds_ck check ((condition = 'CHANGE') = (window_seconds is not null))
);

-- a user's list: where user_id = ? and (create_time, id) < (?, ?) order by create_time desc, id desc
create index price_alert_user_id_create_time_id_ix on price_alert (user_id, create_time desc, id desc);

-- ticks: where symbol = ? and armed and condition … threshold …
create index price_alert_symbol_armed_condition_threshold_ix on price_alert (symbol, armed, condition, threshold);

-- retention: where trigger_time < ?
create index price_alert_trigger_time_ix on price_alert (trigger_time);
