create table image (
    id           text collate "C" not null,
    object       text collate "C" not null,
    content_type text             not null,
    width        integer          not null,
    height       integer          not null,
    create_time  timestamptz      not null,
    hold_time    timestamptz      not null,
    constraint image_pk primary key (id),
    constraint image_object_uq unique (object),
    constraint image_id_ck check (id ~ '^[0-9a-f]{40}$'),
    constraint image_content_type_ck check (content_type in ('image/jpeg', 'image/png'))
);

comment on table image is 'The images of the store: each is either named here or in image_leaving.';
comment on column image.object is 'What the names of its files in the store begin with.';
comment on column image.hold_time is 'When it was taken, held or ceased to be shown somewhere last.';

-- orphans: where hold_time < ? order by hold_time
create index image_hold_time_ix on image (hold_time);

create table image_use (
    subject  text collate "C" not null,
    image_id text collate "C" not null,
    -- what one article or live shows
    constraint image_use_pk primary key (subject, image_id),
    constraint image_use_image_id_fk foreign key (image_id) references image (id)
);

comment on table image_use is 'Which images are shown where: articles/<id>, lives/<id>.';

-- orphans: is it shown anywhere?
create index image_use_image_id_ix on image_use (image_id);

create table image_leaving (
    object      text collate "C" not null,
    create_time timestamptz      not null,
    constraint image_leaving_pk primary key (object)
);

comment on table image_leaving is 'Objects of the store that belong to no image, yet or any more.';

-- what is to be deleted: where create_time < ? order by create_time
create index image_leaving_create_time_ix on image_leaving (create_time);
