-- What was published, and nothing else. What is not public never has a row here.
create extension if not exists pg_trgm;

create table publication_entry (
    id           uuid primary key,
    kind         text not null check (kind in
        ('BODY', 'ORGANIZATION', 'PERSON', 'MEETING', 'PAPER', 'DECISION', 'FILE')),
    -- What it is withdrawn with: a meeting of an organization, a decision of a meeting, a file of its paper.
    part_of      uuid references publication_entry (id) on delete cascade,
    title        text not null check (title <> ''),
    text         text not null,
    happens_at   timestamptz,
    body         jsonb not null check (jsonb_typeof(body) = 'object'),
    published_at timestamptz not null,
    changed_at   timestamptz not null check (changed_at >= published_at),
    search       tsvector not null generated always as
        (setweight(to_tsvector('pg_catalog.german', title), 'A')
            || setweight(to_tsvector('pg_catalog.german', text), 'B')) stored,
    check (kind not in ('MEETING', 'DECISION') or (part_of is not null and happens_at is not null)),
    check (kind not in ('ORGANIZATION', 'FILE') or part_of is not null),
    check (kind not in ('BODY', 'PERSON') or part_of is null),
    check (part_of <> id)
);
create index publication_entry_time on publication_entry (kind, happens_at desc);
create index publication_entry_part on publication_entry (part_of);
create index publication_entry_search on publication_entry using gin (search);
create index publication_entry_title on publication_entry using gin (title gin_trgm_ops);

-- Grows with every change, in its transaction: whoever knows the revision knows whether what they remember still holds.
create table publication_state (
    only_row boolean primary key default true check (only_row),
    revision bigint not null,
    shape    integer not null
);
insert into publication_state (revision, shape) values (0, 1);
