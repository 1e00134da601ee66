-- Links that work once. What stands in the link is kept as a hash only.
create table identity_link (
    token_hash  bytea primary key,
    purpose     text not null check (purpose in ('FORGOTTEN', 'WELCOME', 'FIRST_ADMINISTRATOR')),
    account_id  uuid references identity_account (id),
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    check (expires_at > created_at),
    check ((purpose = 'FIRST_ADMINISTRATOR') = (account_id is null)),
    unique nulls not distinct (purpose, account_id)
);

-- Devices on which an account signed in before: a stranger's guesses do not lock its owner out there.
create table identity_device (
    token_hash  bytea not null,
    account_id  uuid not null references identity_account (id),
    last_at     timestamptz not null,
    primary key (token_hash, account_id)
);
create index identity_device_account on identity_device (account_id);

-- Failures are forgiven little by little, so there are parts of them.
alter table identity_guess alter column failures type double precision;
