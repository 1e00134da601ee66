-- Secrets of authenticator applications, sealed with a key that is not in the database.
create table identity_totp (
    account_id    uuid primary key references identity_account (id),
    sealed        bytea not null,
    confirmed_at  timestamptz not null,
    -- half minute of the code used last: each code is good once
    last_step     bigint not null
);

create table identity_recovery_code (
    account_id  uuid not null references identity_totp (account_id),
    code_hash   bytea not null,
    created_at  timestamptz not null,
    used_at     timestamptz,
    primary key (account_id, code_hash)
);
