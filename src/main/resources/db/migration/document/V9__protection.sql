-- Contents are sealed with a key each, which is wrapped with a key that never is in the database (ADR 0090).
create table document_key (
    id     text primary key check (id ~ '^[a-z0-9]{4,16}$'),
    proof  bytea not null,
    since  timestamptz not null
);

-- Objects in a store outside the database; written down before the store is told, so that what nothing refers to is found.
create table document_object (
    id        uuid primary key,
    begun_at  timestamptz not null
);

alter table document_content
    add column key_id       text references document_key (id),
    add column wrapped_key  bytea,
    add column object       uuid unique references document_object (id),
    add column scan         text not null default 'UNSCANNED' check (scan in ('UNSCANNED', 'CLEAN', 'INFECTED')),
    add column finding      text,
    add check ((key_id is null) = (wrapped_key is null)),
    add check (object is null or key_id is not null),
    add check ((scan = 'INFECTED') = (finding is not null));
create index document_content_key on document_content (key_id);
create index document_content_unsealed on document_content (hash) where key_id is null;
create index document_content_not_clean on document_content (hash) where scan <> 'CLEAN';

-- A sealed part is longer by its tag.
alter table document_content_part
    drop constraint document_content_part_bytes_check,
    add check (octet_length(bytes) between 1 and 262144 + 16);

-- How a content is kept may change, what it is may not; a part may be sealed where it lies.
drop trigger document_content_stays on document_content;
create trigger document_content_is_kept before delete on document_content
    for each row execute function document_stays();
create trigger document_content_stays before update on document_content
    for each row when (
        (old.hash, old.size, old.type, old.pages, old.stored_at, old.object)
            is distinct from (new.hash, new.size, new.type, new.pages, new.stored_at, new.object)
        or (old.key_id is not null and new.key_id is null))
    execute function document_stays();
drop trigger document_content_part_stays on document_content_part;
create trigger document_content_part_is_kept before delete on document_content_part
    for each row execute function document_stays();
create trigger document_content_part_stays before update on document_content_part
    for each row when (
        (old.hash, old.number) is distinct from (new.hash, new.number)
        or octet_length(new.bytes) <> octet_length(old.bytes) + 16)
    execute function document_stays();

-- What the administrator chose; there is one row.
create table document_rules (
    single            boolean primary key default true check (single),
    active_content    text not null check (active_content in ('REFUSE', 'REMOVE')),
    accept_unscanned  boolean not null
);
insert into document_rules (active_content, accept_unscanned) values ('REFUSE', false);

-- What was taken out of a file before it was kept; of which file it is the redacted version.
alter table document_file
    add column removed_content  text[] not null default '{}',
    add column redacted_from    uuid references document_file (id),
    add check (redacted_from <> id);
create index document_file_redacted on document_file (redacted_from) where redacted_from is not null;

create function document_original_stays_closed() returns trigger language plpgsql as $$
begin
    if exists (select from document_file r where r.redacted_from = new.id and r.removed_at is null) then
        raise exception 'the original of a redacted file stays non-public' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger document_original_stays_closed before update of is_public on document_file
    for each row when (new.is_public and not old.is_public) execute function document_original_stays_closed();
