alter table identity_account
    add column language text check (language in ('de', 'en'));

create table identity_password (
    account_id  uuid primary key references identity_account (id),
    hash        text not null,
    changed_at  timestamptz not null
);

-- One row for each device on which an account is signed in. Without its row no session lives on.
create table identity_session (
    id                  uuid primary key,
    account_id          uuid not null references identity_account (id),
    method              text not null check (method in ('PASSWORD', 'PASSKEY', 'DIRECTORY', 'LINK')),
    second_factor       boolean not null,
    token_hash          bytea not null unique,
    earlier_token_hash  bytea unique,
    token_changed_at    timestamptz not null,
    lasting             boolean not null,
    address             text not null,
    device              text not null,
    created_at          timestamptz not null,
    last_seen_at        timestamptz not null,
    expires_at          timestamptz not null,
    check (expires_at > created_at)
);
create index identity_session_account on identity_session (account_id);
create index identity_session_expires on identity_session (expires_at);

-- How often somebody guessed, by what was guessed at and from where. What was typed is kept as a hash only.
create table identity_guess (
    target        text primary key,
    failures      integer not null check (failures >= 0),
    last_at       timestamptz not null,
    locked_until  timestamptz
);
create index identity_guess_last_at on identity_guess (last_at);

-- Logins of the demo city, whose password everybody knows. Outside the demo profile a row here stops the start.
create table identity_demo_login (
    position    integer generated always as identity primary key,
    account_id  uuid not null unique references identity_account (id),
    role_name   text not null
);
