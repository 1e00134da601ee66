-- A device on which somebody takes meetings along. Its row outlives what lies on it: a device that was silent for long must
-- still hear that it is to remove everything.
create table offline_device (
    id               uuid primary key,
    account_id       uuid not null,
    token_hash       bytea not null unique,
    name             text not null check (name <> '' and length(name) <= 80),
    second_factor    boolean not null,
    registered_at    timestamptz not null,
    last_contact_at  timestamptz not null,
    cause            text check (cause in ('OWNER', 'ADMINISTRATOR', 'ACCOUNT_LOCKED')),
    ordered_at       timestamptz,
    removed_at       timestamptz,
    check ((cause is null) = (ordered_at is null))
);
create index offline_device_account on offline_device (account_id);

-- What lies on it, as the device says.
create table offline_taken (
    device_id   uuid not null references offline_device (id) on delete cascade,
    meeting_id  uuid not null,
    non_public  boolean not null,
    size        bigint not null check (size >= 0),
    taken_at    timestamptz not null,
    primary key (device_id, meeting_id)
);
