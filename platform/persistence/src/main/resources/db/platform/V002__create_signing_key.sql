-- Keys that all replicas share and nobody else needs: made here, so that nobody has to hand one out.
create table signing_key (
    name  text  not null,
    value bytea not null,
    constraint signing_key_pk primary key (name),
    constraint signing_key_value_ck check (length(value) = 32)
);

-- gen_random_uuid() is PostgreSQL's own strong random source: 3 x 122 random bits, hashed to 256
insert into signing_key (name, value)
values ('page-token',
        sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));
