-- Whose account it is in the city's own directory. What the directory calls them lasts; mail addresses change.
create table identity_directory_link (
    issuer      text not null,
    subject     text not null,
    account_id  uuid not null references identity_account (id),
    created_at  timestamptz not null,
    primary key (issuer, subject),
    unique (issuer, account_id)
);
