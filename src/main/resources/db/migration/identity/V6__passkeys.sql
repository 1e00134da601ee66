-- Public keys of people's devices. The private key never leaves the device: whoever reads this cannot sign in.
create table identity_passkey (
    credential_id            bytea primary key,
    account_id               uuid not null references identity_account (id),
    label                    text not null check (label <> '' and length(label) <= 100),
    public_key               bytea not null,
    signature_count          bigint not null check (signature_count >= 0),
    verified_user            boolean not null,
    backup_eligible          boolean not null,
    backed_up                boolean not null,
    transports               text not null,
    attestation_object       bytea not null,
    attestation_client_data  bytea not null,
    created_at               timestamptz not null,
    last_used_at             timestamptz not null
);
create index identity_passkey_account on identity_passkey (account_id);
