-- What people put on the pages they read. It is theirs alone; their group sees what they share, as long as they share it.

-- Its row is locked by whoever saves something of the account, so that numbers of changes have no gap and come in order.
create table reader_account (
    account_id  uuid primary key,
    sequence    bigint not null default 0 check (sequence >= 0)
);

-- What was done, once each, however often it is sent.
create table reader_operation (
    account_id  uuid not null references reader_account,
    id          uuid not null,
    outcome     text not null check (outcome in ('DONE', 'REFUSED')),
    at          timestamptz not null,
    primary key (account_id, id)
);

-- Highlights and notes. One that was deleted stays as a trace, so that other devices hear of it.
create table reader_mark (
    id              uuid primary key,
    account_id      uuid not null references reader_account,
    person_id       uuid,
    meeting_id      uuid not null,
    document_id     uuid not null,
    fingerprint     text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    page            integer not null check (page between 1 and 100000),
    kind            text not null check (kind in ('HIGHLIGHT', 'NOTE')),
    colour          text check (colour in ('YELLOW', 'GREEN', 'BLUE', 'RED')),
    places          double precision[] not null
        check (cardinality(places) between 4 and 1200 and cardinality(places) % 4 = 0),
    quote           text not null check (length(quote) <= 2000),
    group_id        uuid,
    shared_version  bigint not null default 0 check (shared_version >= 0),
    version         bigint not null default 1 check (version > 0),
    sequence        bigint not null check (sequence > 0),
    deleted         boolean not null default false,
    made_at         timestamptz not null,
    changed_at      timestamptz not null,
    unique (account_id, sequence),
    unique (id, deleted),
    check ((kind = 'HIGHLIGHT') = (colour is not null)),
    check (shared_version <= version),
    check (group_id is null or (person_id is not null and not deleted))
);
create index reader_mark_own on reader_mark (account_id, document_id);
create index reader_mark_shared on reader_mark (group_id, document_id) where group_id is not null;

-- Texts of notes: one, or several that were written at the same time. None belongs to a mark that was deleted.
create table reader_text (
    id            uuid primary key,
    mark_id       uuid not null,
    mark_deleted  boolean not null default false check (not mark_deleted),
    text          text not null check (btrim(text) <> '' and length(text) <= 10000),
    written_at    timestamptz not null,
    foreign key (mark_id, mark_deleted) references reader_mark (id, deleted)
);
create index reader_text_mark on reader_text (mark_id);

-- Versions of documents that somebody has read.
create table reader_read (
    account_id   uuid not null references reader_account,
    document_id  uuid not null,
    fingerprint  text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    read_at      timestamptz not null,
    primary key (account_id, document_id, fingerprint)
);

-- Where somebody was reading last in each document.
create table reader_place (
    account_id   uuid not null references reader_account,
    document_id  uuid not null,
    page         integer not null check (page between 1 and 100000),
    at           timestamptz not null,
    primary key (account_id, document_id)
);
