-- Contents are kept once, however many files have them, in parts of 256 KiB (ADR 0030). Nothing here changes or goes.
create table document_content (
    hash       text primary key check (hash ~ '^[0-9a-f]{64}$'),
    size       bigint not null check (size > 0),
    type       text not null,
    pages      integer check (pages > 0),
    stored_at  timestamptz not null
);

create table document_content_part (
    hash    text not null references document_content (hash),
    number  integer not null check (number >= 0),
    bytes   bytea not null check (octet_length(bytes) between 1 and 262144),
    primary key (hash, number)
);
-- PDF and images are compressed already: the database need not try.
alter table document_content_part alter column bytes set storage external;

-- What a content says, for searching. Not complete: reading it took too long, or there was too much.
create table document_text (
    hash      text primary key references document_content (hash),
    text      text not null,
    complete  boolean not null
);

create table document_file (
    id           uuid primary key,
    owner_kind   text not null check (owner_kind ~ '^[a-z][a-z-]{0,39}$'),
    owner_id     uuid not null,
    name         text not null check (name <> '' and length(name) <= 200 and name !~ '[/\\[:cntrl:]]'),
    hash         text not null references document_content (hash),
    is_public    boolean not null,
    role         text not null check (role in ('MASTER', 'AUXILIARY')),
    position     integer not null check (position > 0),
    uploaded_at  timestamptz not null,
    uploaded_by  text not null check (uploaded_by <> ''),
    account_id   uuid,
    removed_at   timestamptz,
    removed_by   text,
    replaced_by  uuid references document_file (id) deferrable initially deferred,
    check ((removed_at is null) = (removed_by is null)),
    check (replaced_by is null or removed_at is not null),
    check (replaced_by <> id)
);
create index document_file_owner on document_file (owner_kind, owner_id);
create index document_file_hash on document_file (hash);
create unique index document_file_one_master on document_file (owner_kind, owner_id)
    where role = 'MASTER' and removed_at is null;

create function document_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what was filed stays as it is (%)', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;

create trigger document_content_stays before update or delete on document_content
    for each row execute function document_stays();
create trigger document_content_part_stays before update or delete on document_content_part
    for each row execute function document_stays();
create trigger document_file_is_kept before delete on document_file
    for each row execute function document_stays();
create trigger document_file_keeps_its_content before update on document_file
    for each row when (
        (old.id, old.owner_kind, old.owner_id, old.hash, old.uploaded_at, old.uploaded_by)
            is distinct from (new.id, new.owner_kind, new.owner_id, new.hash, new.uploaded_at, new.uploaded_by)
        or (old.removed_at is not null and new.removed_at is null))
    execute function document_stays();
