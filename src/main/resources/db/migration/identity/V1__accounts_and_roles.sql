-- Accounts with which people sign in, and the roles granted to them. Roles of members follow from memberships.
create table identity_account (
    id          uuid primary key,
    login       text not null,
    name        text not null check (name <> ''),
    mail        text,
    person_id   uuid unique,
    active      boolean not null default true,
    created_at  timestamptz not null,
    version     bigint not null default 0,
    check (login = lower(login) and login <> '')
);
create unique index identity_account_login on identity_account (login);

create table identity_role_grant (
    account_id       uuid not null references identity_account (id),
    role             text not null check (role in ('ADMINISTRATOR', 'SECRETARIAT', 'AUDITOR')),
    organization_id  uuid,
    valid_from       timestamptz not null,
    valid_to         timestamptz,
    check (valid_to is null or valid_to > valid_from),
    unique nulls not distinct (account_id, role, organization_id, valid_from)
);
