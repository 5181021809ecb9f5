-- Keys that sign access tokens. In force is the one with the latest use_from that has passed.
create table signing_key (
    id          text        collate "C" not null,
    -- the public half as a JWK
    public_key  text        not null,
    -- the private half as PKCS #8, AES-256-GCM: nonce (12 bytes), cipher text, tag; the id is authenticated with it
    private_key bytea       not null,
    create_time timestamptz not null,
    use_from    timestamptz not null,
    constraint signing_key_pk primary key (id)
);
